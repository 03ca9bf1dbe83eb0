import { useEffect, useRef, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ApiAnnotation, disagreementsSchema } from '../../../server/schemas.ts'
import { useCommands } from '../../keys/commands.ts'
import { counted } from '../../parts/words.ts'
import { go } from '../../route.ts'
import { annotationOf } from '../../state/annotations.ts'
import { clock } from '../../state/clock.ts'
import { decide, pastOf } from '../../state/deciding.ts'
import type { Choice } from '../../state/judgement.ts'
import { neighbour } from '../document/order.ts'
import { DisagreementRow } from './disagreement-row.tsx'
import { choiceOf, type Disagreement } from './sides.ts'

export interface AdjudicationProps {
  readonly disagreements: readonly Disagreement[]
  readonly contexts: z.infer<typeof disagreementsSchema>['contexts']
}

/** Disagreements one below the other, each settled by a key. What is settled stays until the list is fetched anew. */
export function Adjudication({ disagreements, contexts }: AdjudicationProps) {
  const [focus, setFocus] = useState<string | null>(null)
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLOListElement>(null)
  const ids = disagreements.map(({ annotation }) => annotation.id)
  const current = disagreements.find(({ annotation }) => annotation.id === focus) ?? disagreements[0]
  const isOpen = ({ annotation, settled: isSettled }: Disagreement) => !isSettled && !settled.has(annotation.id)
  const left = disagreements.filter(isOpen).length

  const focusOn = (id: string | undefined) => {
    if (id === undefined) return false
    setFocus(id)
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const move = (step: 1 | -1, fits?: (one: Disagreement) => boolean) => {
    const place = current === undefined ? -1 : ids.indexOf(current.annotation.id)
    return focusOn(neighbour(disagreements, place, step, fits)?.annotation.id)
  }
  const settle = (choose: (annotation: ApiAnnotation, disagreement: Disagreement) => Choice | undefined) => {
    const annotation = current === undefined ? null : annotationOf(current.annotation.id).peek()
    if (current === undefined || annotation === null) return false
    const choice = choose(annotation, current)
    if (choice === undefined) return false
    decide([choice], `settled “${annotation.exact}” as ${pastOf[choice.verdict]}`, clock.looked())
    setSettled(new Set([...settled, annotation.id]))
    if (!move(1, isOpen)) setFocus(annotation.id)
  }
  const take = (place: number) => () =>
    settle((annotation, { decisions }) => {
      const side = decisions[place]
      return side && choiceOf(annotation, side)
    })
  useCommands({
    next: () => move(1),
    previous: () => move(-1),
    nextPending: () => move(1, isOpen),
    previousPending: () => move(-1, isOpen),
    takeFirst: take(0),
    takeSecond: take(1),
    takeThird: take(2),
    accept: () => settle((annotation) => ({ annotation, verdict: 'accept' })),
    reject: () => settle((annotation) => ({ annotation, verdict: 'reject' })),
    open: () => {
      if (current === undefined) return false
      go({ screen: 'document', document: current.annotation.document, annotation: current.annotation.id })
    },
  })
  const shown = current?.annotation.id ?? null
  useEffect(() => clock.lookAt(shown), [shown])

  if (disagreements.length === 0) return <p class="quiet">There is nothing to settle: where two coded, they agree.</p>
  return (
    <section class="adjudication">
      <h2>{left === 0 ? 'All settled' : `${counted(left, 'disagreement')} to settle`}</h2>
      <ol class="queue-list" ref={list}>
        {disagreements.map((disagreement) => (
          <DisagreementRow
            key={disagreement.annotation.id}
            disagreement={disagreement}
            contexts={contexts}
            isCurrent={disagreement === current}
            isOpen={isOpen(disagreement)}
            focusOn={focusOn}
          />
        ))}
      </ol>
    </section>
  )
}
