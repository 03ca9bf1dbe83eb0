import type { ApiAnnotation } from '../../../server/schemas.ts'
import { differing, type FieldValues, fieldsOf, valueWords } from '../../parts/fields.ts'

/** What the machine found beside what a reviewer made of it, where they differ. */
export function ValueBeside({ annotation }: { annotation: ApiAnnotation }) {
  const { machine, layer, decision } = annotation
  if (machine === null) return null
  const [found, made] = [machine.fields as FieldValues, annotation.fields as FieldValues]
  const names = differing(found, made)
  const fields = fieldsOf[layer].filter(({ name }) => names.includes(name))
  const isMoved = machine.start !== annotation.start || machine.end !== annotation.end
  if (fields.length === 0 && !isMoved) return null
  return (
    <section class="beside">
      <h2>Found and corrected</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Found</th>
            <th scope="col">{decision?.reviewer ?? 'Reviewer'}</th>
          </tr>
        </thead>
        <tbody>
          {isMoved && (
            <tr>
              <th scope="row">Text</th>
              <td>{machine.exact}</td>
              <td>{annotation.exact}</td>
            </tr>
          )}
          {fields.map(({ name, words }) => (
            <tr key={name}>
              <th scope="row">{words}</th>
              <td>{valueWords(found[name])}</td>
              <td>{valueWords(made[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
