import type { z } from 'zod'
import type { agreementSchema } from '../../../server/schemas.ts'
import { fieldsOf } from '../../parts/fields.ts'
import { LayerTag } from '../../parts/tags.tsx'
import { grouped } from '../../parts/words.ts'
import { figureWords, strengthOf, strengthWords } from './figures.ts'

type Agreement = z.infer<typeof agreementSchema>

/** How far reviewers agree: on spans, and on each field. */
export function FiguresPart({ agreement: { spans, fields } }: { agreement: Agreement }) {
  return (
    <div class="agreement-figures">
      <section>
        <h2>Spans</h2>
        <p class="quiet">F1 of the spans that two reviewers hold, in what both coded.</p>
        <table>
          <thead>
            <tr>
              <th scope="col">Reviewers</th>
              <th scope="col">Layer</th>
              <th scope="col" class="number">
                Both
              </th>
              <th scope="col" class="number">
                Each
              </th>
              <th scope="col" class="number">
                F1
              </th>
            </tr>
          </thead>
          <tbody>
            {spans.map(({ reviewers, layer, both, first, second, f1 }) => (
              <tr key={`${reviewers.join(' ')} ${layer}`}>
                <td>{reviewers.join(' and ')}</td>
                <td>
                  <LayerTag layer={layer} />
                </td>
                <td class="number">{grouped(both)}</td>
                <td class="number">
                  {grouped(first)}, {grouped(second)}
                </td>
                <td class="number">{figureWords(f1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>Fields</h2>
        <p class="quiet">Krippendorff’s alpha: 1 is agreement, 0 what chance would give.</p>
        <table>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">Field</th>
              <th scope="col" class="number">
                Coded twice
              </th>
              <th scope="col" class="number">
                Alpha
              </th>
              <th scope="col">Held to be</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ layer, field, units, alpha }) => (
              <tr key={`${layer} ${field}`}>
                <td>
                  <LayerTag layer={layer} />
                </td>
                <td>{fieldsOf[layer].find(({ name }) => name === field)?.words ?? 'Verdict'}</td>
                <td class="number">{grouped(units)}</td>
                <td class="number">{figureWords(alpha)}</td>
                <td>
                  <span class="strength" data-strength={strengthOf(alpha)}>
                    {strengthWords[strengthOf(alpha)]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
