import { useState } from 'preact/hooks'
import type { ApiActor } from '../../../server/schemas.ts'
import { change } from './register.ts'

/** Under which names an actor is found, and which reviewers added. */
export function ActorNames({ actor }: { actor: ApiActor }) {
  const [typed, setTyped] = useState('')
  const { id, name, aliases, names, version } = actor
  const others = names.filter((one) => one !== name && !aliases.includes(one))
  return (
    <section>
      <h3>Also called</h3>
      {aliases.length + others.length > 0 && (
        <ul class="name-list">
          {others.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {aliases.map((alias) => (
            <li key={alias}>
              {alias}
              <button
                type="button"
                class="plain"
                aria-label={`${name} is not called ${alias}`}
                onClick={() => void change({ actor: id, change: 'not-alias', value: alias, seen: version })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="one-line"
        onSubmit={async (event) => {
          event.preventDefault()
          const alias = typed.trim()
          if (alias === '') return
          if (await change({ actor: id, change: 'alias', value: alias, seen: version })) setTyped('')
        }}
      >
        <input
          type="text"
          aria-label="Another name"
          placeholder="Another name"
          value={typed}
          maxLength={500}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" disabled={typed.trim() === ''}>
          Add
        </button>
      </form>
    </section>
  )
}
