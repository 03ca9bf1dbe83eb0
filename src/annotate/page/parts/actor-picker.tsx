import { useState } from 'preact/hooks'
import type { ApiActor } from '../../server/schemas.ts'
import { store } from '../state/store.ts'
import type { FieldValues } from './fields.ts'
import { actorsLike } from './likeness.ts'
import { codeWords, counted } from './words.ts'

interface ActorPickerProps {
  readonly id: string
  readonly value: string
  readonly isOptional: boolean
  /** `name` takes the actor's type with it. */
  readonly fieldName: string
  readonly set: (value: unknown, more?: FieldValues) => void
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-describedby': string | undefined
}

const most = 8

/** Names an actor, out of the register or a new one: type, choose with the arrows, take with Enter. */
export function ActorPicker({ id, value, isOptional, fieldName, set, ...described }: ActorPickerProps) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const actors = store.actors.now.value.value?.actors ?? []
  const fitting = isOpen ? actorsLike(value, actors, most) : []
  const take = (actor: ApiActor | undefined) => {
    if (actor !== undefined) {
      set(actor.name, fieldName === 'name' && actor.type !== null ? { type: actor.type } : undefined)
    }
    setOpen(false)
    setChosen(-1)
  }
  return (
    <span class="actor-picker">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={fitting.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        value={value}
        {...described}
        onInput={(event) => {
          const typed = event.currentTarget.value
          set(typed === '' && isOptional ? null : typed)
          setOpen(true)
          setChosen(-1)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setOpen(true)
            const last = Math.max(0, (isOpen ? fitting.length : most) - 1)
            setChosen(event.key === 'ArrowDown' ? Math.min(last, chosen + 1) : Math.max(-1, chosen - 1))
          } else if (event.key === 'Enter' && isOpen && chosen >= 0) {
            event.preventDefault()
            take(fitting[chosen])
          } else if (event.key === 'Escape' && isOpen) {
            event.preventDefault()
            setOpen(false)
          }
        }}
      />
      <div class="options" id={`${id}-list`} role="listbox" hidden={fitting.length === 0} aria-label="Actors">
        {fitting.map((actor, place) => (
          <div
            key={actor.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            // Before the field loses focus and the list closes.
            onPointerDown={(event) => {
              event.preventDefault()
              take(actor)
            }}
          >
            <span>{actor.name}</span>
            <span class="quiet">
              {actor.type === null ? '' : `${codeWords(actor.type)}, `}
              {counted(actor.mentions, 'mention')}
            </span>
          </div>
        ))}
      </div>
    </span>
  )
}
