import type { Layer } from '../../../../model/index.ts'
import { addressOf } from '../../addresses.ts'
import { StateBar } from '../../parts/state-bar.tsx'
import { LayerTag } from '../../parts/tags.tsx'
import { grouped } from '../../parts/words.ts'
import { countOf, decidedOf, type Order, percent, type Rule } from './rules.ts'

interface RuleListProps {
  readonly groups: readonly { readonly layer: Layer; readonly rules: readonly Rule[] }[]
  readonly current: string | null
  readonly order: Order
  readonly setOrder: (order: Order) => void
}

const orderWords: Readonly<Record<Order, string>> = {
  doubtful: 'the least trusted first',
  busy: 'those that find most first',
  name: 'by name',
}

/** The rules of each layer, with what became of what they found. */
export function RuleList({ groups, current, order, setOrder }: RuleListProps) {
  return (
    <>
      <label class="one-line">
        <span class="quiet">Order</span>
        <select value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
          {Object.entries(orderWords).map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {groups.map(({ layer, rules }) => (
        <section key={layer}>
          <h2 class="group-head">
            <LayerTag layer={layer} />
          </h2>
          <ol class="rows">
            {rules.map((rule) => (
              <RuleRow key={rule.rule} rule={rule} isCurrent={rule.rule === current} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function RuleRow({ rule, isCurrent }: { rule: Rule; isCurrent: boolean }) {
  return (
    <li>
      <a
        class="row"
        data-id={rule.rule}
        href={addressOf({ screen: 'rules', rule: rule.rule })}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <span class="row-name">{rule.rule.slice(rule.layer.length + 1)}</span>
        <span class="row-count">{percent(rule.likelihood)}</span>
        <StateBar counts={rule.counts} />
        <span class="row-more quiet">
          {grouped(decidedOf(rule))} of {grouped(countOf(rule))} decided
        </span>
      </a>
    </li>
  )
}
