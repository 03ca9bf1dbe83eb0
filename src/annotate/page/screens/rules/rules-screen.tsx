import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useCommands } from '../../keys/commands.ts'
import { Empty, FetchedPart } from '../../parts/fetched.tsx'
import { stand } from '../../route.ts'
import { onEvent } from '../../state/live.ts'
import { resource } from '../../state/resource.ts'
import { neighbour } from '../document/order.ts'
import { RuleList } from './rule-list.tsx'
import { RulePanel } from './rule-panel.tsx'
import { byLayer, type Order } from './rules.ts'

/** What each rule finds, and what reviewers made of it. */
export function RulesScreen({ rule }: { rule: string | null }) {
  const fetched = useMemo(() => resource(api.rules), [])
  const [order, setOrder] = useState<Order>('doubtful')
  const list = useRef<HTMLDivElement>(null)
  const rules = fetched.now.value.value?.rules ?? []
  const groups = byLayer(rules, order)
  const inOrder = groups.flatMap(({ rules }) => rules)
  const current = rules.find((one) => one.rule === rule)
  const move = (step: 1 | -1) => {
    const to = neighbour(
      inOrder,
      inOrder.findIndex((one) => one.rule === rule),
      step,
    )
    if (to === undefined) return false
    stand({ screen: 'rules', rule: to.rule })
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${to.rule}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useCommands({ next: () => move(1), previous: () => move(-1) })
  useEffect(() => onEvent(() => void fetched.load()), [fetched])
  return (
    <div class="rules">
      <h1>Rules</h1>
      <FetchedPart of={fetched} words="the rules">
        {() =>
          rules.length === 0 ? (
            <Empty title="No rule has found anything yet">
              <p>
                Run <code>tocsin extract</code> on reports first.
              </p>
            </Empty>
          ) : (
            <div class="side-by-side">
              <section class="side-list" aria-label="Rules" ref={list}>
                <RuleList groups={groups} current={rule} order={order} setOrder={setOrder} />
              </section>
              {current === undefined ? (
                <Empty title={rule === null ? 'Choose a rule' : `“${rule}” has found nothing`}>
                  <p>The least trusted of each layer stand first: that is where a reviewer’s time counts most.</p>
                </Empty>
              ) : (
                <RulePanel key={current.rule} rule={current} />
              )}
            </div>
          )
        }
      </FetchedPart>
    </div>
  )
}
