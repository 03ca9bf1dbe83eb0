import { useId } from 'preact/hooks'
import { ActorPicker } from './actor-picker.tsx'
import type { Field, FieldValues } from './fields.ts'
import { numberIn } from './numbers.ts'
import { codeWords } from './words.ts'

interface FieldControlProps {
  readonly field: Field
  readonly value: unknown
  readonly flaw: string | undefined
  /** Sets the value, and with it those of other fields. */
  readonly set: (value: unknown, more?: FieldValues) => void
}

/** One field of an annotation, by its kind. */
export function FieldControl({ field, value, flaw, set }: FieldControlProps) {
  const id = useId()
  const flawId = `${id}-flaw`
  const describedBy = [flaw === undefined ? '' : flawId, field.hint === undefined ? '' : `${id}-hint`].join(' ').trim()
  const common = {
    id,
    'aria-invalid': flaw !== undefined || undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  }
  return (
    <div class="field" data-kind={field.kind}>
      <label class="field-name" for={field.kind === 'interval' ? `${id}-start` : id}>
        {field.words}
      </label>
      <div class="field-value">
        <Control field={field} value={value} set={set} common={common} />
        {field.hint !== undefined && (
          <span class="hint quiet" id={`${id}-hint`}>
            {field.hint}
          </span>
        )}
        {flaw !== undefined && (
          <span class="flaw" id={flawId}>
            {flaw}
          </span>
        )}
      </div>
    </div>
  )
}

interface ControlProps extends Pick<FieldControlProps, 'field' | 'value' | 'set'> {
  readonly common: {
    readonly id: string
    readonly 'aria-invalid': boolean | undefined
    readonly 'aria-describedby': string | undefined
  }
}

function Control({ field, value, set, common }: ControlProps) {
  const { kind, isOptional, options = [] } = field
  const text = typeof value === 'string' ? value : ''
  const orNull = (text: string) => (text === '' && isOptional ? null : text)
  switch (kind) {
    case 'choice':
      return (
        <select {...common} value={text} onChange={(event) => set(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {codeWords(option)}
            </option>
          ))}
        </select>
      )
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      )
    case 'number':
      return (
        <input
          {...common}
          type="text"
          inputMode="decimal"
          placeholder="open"
          value={typeof value === 'number' ? String(value) : text}
          onInput={(event) => set(numberIn(event.currentTarget.value))}
        />
      )
    case 'day':
      return <input {...common} type="date" value={text} onInput={(event) => set(event.currentTarget.value)} />
    case 'interval':
      return <Interval common={common} value={value} set={set} />
    case 'actor':
      return <ActorPicker {...common} value={text} isOptional={isOptional} fieldName={field.name} set={set} />
    case 'text':
      return <input {...common} type="text" value={text} onInput={(event) => set(orNull(event.currentTarget.value))} />
  }
}

function Interval({ common, value, set }: Pick<ControlProps, 'common' | 'value' | 'set'>) {
  const given = typeof value === 'object' && value !== null ? (value as { start?: string; end?: string }) : {}
  const [start, end] = [given.start ?? '', given.end ?? '']
  const change = (start: string, end: string) => set(start === '' && end === '' ? null : { start, end })
  return (
    <span class="interval">
      <input
        {...common}
        id={`${common.id}-start`}
        type="date"
        aria-label="First day"
        value={start}
        // A single day until another last day is named.
        onInput={(event) =>
          change(event.currentTarget.value, end === '' || end === start ? event.currentTarget.value : end)
        }
      />
      <span class="quiet">to</span>
      <input
        type="date"
        aria-label="Last day"
        value={end}
        onInput={(event) => change(start, event.currentTarget.value)}
      />
    </span>
  )
}
