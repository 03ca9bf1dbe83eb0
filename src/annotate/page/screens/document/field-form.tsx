import { run } from '../../keys/commands.ts'
import { FieldControl } from '../../parts/field-control.tsx'
import { type FieldValues, fieldsOf, flawsIn } from '../../parts/fields.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

/** The fields of an annotation as a form; Enter saves. */
export function FieldForm({ draft, reading }: { draft: Draft; reading: Reading }) {
  const flaws = flawsIn(draft.layer, draft.fields)
  const set = (name: string, value: unknown, more: FieldValues = {}) =>
    reading.change((before) => ({ ...before, fields: { ...before.fields, [name]: value, ...more } }))
  return (
    <form
      class="field-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run('save')
      }}
    >
      {fieldsOf[draft.layer].map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={draft.fields[field.name]}
          flaw={flaws[field.name]}
          set={(value, more) => set(field.name, value, more)}
        />
      ))}
      <label class="field">
        <span class="field-name">Note</span>
        <textarea
          rows={2}
          value={draft.note}
          maxLength={10_000}
          onInput={(event) => reading.change((before) => ({ ...before, note: event.currentTarget.value }))}
        />
      </label>
      <button type="submit" class="visually-hidden" tabIndex={-1}>
        Save
      </button>
    </form>
  )
}
