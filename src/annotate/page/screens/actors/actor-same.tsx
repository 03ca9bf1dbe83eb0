import { useState } from 'preact/hooks'
import { addressOf } from '../../addresses.ts'
import { ActorPicker } from '../../parts/actor-picker.tsx'
import { store } from '../../state/store.ts'
import type { ActorDetail } from './changes.ts'
import { change } from './register.ts'

/** With whom an actor is one: merged into it, likely the same, or named by the reviewer. */
export function ActorSame({ detail }: { detail: ActorDetail }) {
  const { actor, merged, similar } = detail
  const [typed, setTyped] = useState('')
  const actors = store.actors.now.value.value?.actors ?? []
  const target = actors.find(({ id, name }) => id !== actor.id && (name === typed || id === typed))
  const mergeInto = (id: string) => change({ actor: actor.id, change: 'merge', value: id, seen: actor.version })
  return (
    <section>
      <h3>The same as</h3>
      <ul class="same-list">
        {merged.map(({ id, name, version }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              onClick={() => void change({ actor: id, change: 'split', value: actor.id, seen: version })}
            >
              Split off
            </button>
          </li>
        ))}
        {similar.map(({ id, name, likeness }) => (
          <li key={id}>
            <span>
              <a href={addressOf({ screen: 'actors', actor: id })}>{name}</a>?{' '}
              <span class="quiet">{Math.round(likeness * 100)} % alike</span>
            </span>
            <span class="button-row">
              <button
                type="button"
                onClick={() => {
                  const seen = actors.find((one) => one.id === id)?.version ?? 0
                  void change({ actor: id, change: 'merge', value: actor.id, seen })
                }}
              >
                It is {actor.name}
              </button>
              <button type="button" onClick={() => void mergeInto(id)}>
                This is {name}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <form
        class="one-line"
        onSubmit={async (event) => {
          event.preventDefault()
          if (target !== undefined && (await mergeInto(target.id))) setTyped('')
        }}
      >
        <label class="quiet" for="merge-into">
          Another actor
        </label>
        <ActorPicker
          id="merge-into"
          value={typed}
          isOptional={false}
          fieldName="merge"
          set={(value) => setTyped(typeof value === 'string' ? value : '')}
          aria-invalid={false}
          aria-describedby={undefined}
        />
        <button type="submit" disabled={target === undefined}>
          Merge into that one
        </button>
      </form>
    </section>
  )
}
