import { useState } from 'preact/hooks'
import { actorTypes } from '../../../../model/index.ts'
import type { ApiActor } from '../../../server/schemas.ts'
import { codeWords } from '../../parts/words.ts'
import type { Change } from './changes.ts'
import { change } from './register.ts'

/** What an actor is called and of what type it is. */
export function ActorForm({ actor }: { actor: ApiActor }) {
  const [name, setName] = useState(actor.name)
  const [type, setType] = useState(actor.type)
  const common = { actor: actor.id, seen: actor.version }
  const changes: Change[] = [
    ...(name.trim() === actor.name || name.trim() === ''
      ? []
      : [{ ...common, change: 'name' as const, value: name.trim() }]),
    ...(type === actor.type || type === null ? [] : [{ ...common, change: 'type' as const, value: type }]),
  ]
  return (
    <form
      class="field-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (changes.length > 0) void change(...changes)
      }}
    >
      <label class="field">
        <span class="field-name">Name</span>
        <input type="text" value={name} maxLength={500} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span class="field-name">Type</span>
        <select
          value={type ?? ''}
          onChange={(event) => setType(actorTypes.find((one) => one === event.currentTarget.value) ?? null)}
        >
          {type === null && <option value="">none yet</option>}
          {actorTypes.map((one) => (
            <option key={one} value={one}>
              {codeWords(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary form-end" disabled={changes.length === 0}>
        Save
      </button>
    </form>
  )
}
