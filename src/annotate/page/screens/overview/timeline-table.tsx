import type { ApiAnnotation } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { summaryOf, valueWords } from '../../parts/fields.ts'
import { LayerTag, StateTag } from '../../parts/tags.tsx'
import type { TimedClaim, TimedWarning } from './timeline.ts'

interface TimelineTableProps {
  readonly claims: readonly TimedClaim[]
  readonly warnings: readonly TimedWarning[]
}

/** The timeline as a table, for whoever would rather read than see it. */
export function TimelineTable({ claims, warnings }: TimelineTableProps) {
  const rows = [
    ...claims.map((claim) => ({ layer: 'casualty' as const, ...claim })),
    ...warnings.map((warning) => ({ layer: 'warning' as const, ...warning })),
  ].sort((a, b) => ((a.fields.date?.start ?? '') < (b.fields.date?.start ?? '') ? -1 : 1))
  return (
    <details class="more-filters">
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Layer</th>
            <th scope="col">What</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{valueWords(row.fields.date)}</td>
              <td>
                <LayerTag layer={row.layer} />
              </td>
              <td>
                <a href={addressOf({ screen: 'document', document: row.document, annotation: row.id })}>
                  {summaryOf(row as unknown as ApiAnnotation)}
                </a>
              </td>
              <td>
                <StateTag state={row.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
