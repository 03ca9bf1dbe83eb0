import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useCommands } from '../../keys/commands.ts'
import { Empty, Failure, Loading } from '../../parts/fetched.tsx'
import { counted } from '../../parts/words.ts'
import { go, stand } from '../../route.ts'
import { annotationOf } from '../../state/annotations.ts'
import { clock } from '../../state/clock.ts'
import { decide, pastOf, takeBack } from '../../state/deciding.ts'
import { judgement } from '../../state/judgement.ts'
import { onEvent } from '../../state/live.ts'
import { onArrival } from '../../state/sender.ts'
import { store } from '../../state/store.ts'
import { neighbour } from '../document/order.ts'
import { filterOf, type QueueFilter, queryOf } from './filter.ts'
import { type Queue, queueOf } from './queue.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueRow } from './queue-row.tsx'

/** What to decide next. */
export function QueueScreen({ query }: { query: string }) {
  const filter = useMemo(() => filterOf(query), [query])
  const queue = useMemo(() => queueOf(filter), [filter])
  const filters = useRef<HTMLDetailsElement>(null)
  const before = useRef(queue)
  // While another filter is asked for, what was there stays.
  const isFetched = queue.total.value !== undefined || queue.failure.value !== undefined
  if (isFetched) before.current = queue
  const shown = before.current
  useEffect(() => {
    void queue.load()
    return keepCounted(queue)
  }, [queue])
  useCommands({
    filter: () => {
      const details = filters.current
      if (details === null) return
      details.open = true
      details.querySelector<HTMLElement>('input, select')?.focus()
    },
  })
  const setFilter = (changed: QueueFilter) => stand({ screen: 'queue', query: queryOf(changed) })
  return (
    <div class="queue">
      <header class="queue-head">
        <h1>{headingOf(filter, shown.total.value)}</h1>
        <QueueFilters filter={filter} setFilter={setFilter} details={filters} />
      </header>
      <QueueList queue={shown} filter={filter} />
    </div>
  )
}

function headingOf(filter: QueueFilter, total: number | undefined): string {
  if (total === undefined) return 'Queue'
  const isUsual = filter.states.length === 1 && filter.states[0] === 'pending'
  return isUsual ? `${counted(total, 'annotation')} to decide` : counted(total, 'annotation')
}

function QueueList({ queue, filter }: { queue: Queue; filter: QueueFilter }) {
  const ids = queue.ids.value
  const [focus, setFocus] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const current = focus !== null && ids.includes(focus) ? focus : (ids[0] ?? null)
  const isPending = (id: string) => annotationOf(id).peek()?.state === 'pending'

  const focusOn = (id: string | undefined) => {
    if (id === undefined) return false
    setFocus(id)
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const move = (step: 1 | -1, fits?: (id: string) => boolean) => {
    const place = current === null ? -1 : ids.indexOf(current)
    const isFirst = step === 1 && !list.current?.contains(document.activeElement) && place === 0
    const to = isFirst && (fits?.(ids[0] ?? '') ?? true) ? ids[0] : neighbour(ids, place, step, fits)
    if (to === undefined && step === 1) void onward()
    return focusOn(to)
  }
  const onward = async () => {
    const before = queue.ids.peek().length
    if (queue.hasMore.peek()) {
      await queue.more()
      focusOn(queue.ids.peek()[before])
    } else if ((queue.total.peek() ?? 0) > 0 && !queue.ids.peek().some(isPending)) await queue.load()
  }
  const judge = (verdict: 'accept' | 'reject') => {
    const annotation = current === null ? null : annotationOf(current).peek()
    if (annotation === null) return false
    const choice = judgement(annotation, verdict, store.session.peek()?.reviewer ?? '')
    if (choice !== null) decide([choice], `${pastOf[verdict]} “${annotation.exact}”`, clock.looked())
    if (!move(1, isPending)) setFocus(annotation.id)
  }
  useCommands({
    next: () => move(1),
    previous: () => move(-1),
    nextPending: () => move(1, isPending),
    previousPending: () => move(-1, isPending),
    first: () => focusOn(ids[0]),
    last: () => focusOn(ids.at(-1)),
    accept: () => judge('accept'),
    reject: () => judge('reject'),
    takeBack: () => {
      const annotation = current === null ? null : annotationOf(current).peek()
      if (annotation?.decision == null) return false
      takeBack(annotation)
    },
    open: () => {
      const annotation = current === null ? null : annotationOf(current).peek()
      if (annotation === null) return false
      go({ screen: 'document', document: annotation.document, annotation: annotation.id })
    },
  })
  useEffect(() => clock.lookAt(current), [current])
  useEffect(() => watchEnd(list.current, queue), [queue, ids.length])

  if (queue.failure.value !== undefined && ids.length === 0) {
    return <Failure failure={queue.failure.value} words="the queue" again={queue.load} />
  }
  if (ids.length === 0) {
    return queue.total.value === undefined ? <Loading words="the queue" /> : <NothingLeft filter={filter} />
  }
  return (
    <>
      <ol class="queue-list" ref={list}>
        {ids.map((id) => (
          <QueueRow key={id} id={id} queue={queue} isCurrent={id === current} focusOn={focusOn} />
        ))}
      </ol>
      {queue.isLoading.value && <Loading words="more" />}
    </>
  )
}

function NothingLeft({ filter }: { filter: QueueFilter }) {
  const isUsual = queryOf(filter) === ''
  return isUsual ? (
    <Empty title="Everything is decided">
      <p>
        Run <code>tocsin extract</code> on more reports, or look at <a href="/overview">the overview</a>.
      </p>
    </Empty>
  ) : (
    <Empty title="Nothing fits these filters">
      <p>
        <a href="/queue">Show all that is undecided</a>
      </p>
    </Empty>
  )
}

/** How long nothing must have been decided until the queue is counted again, in milliseconds. */
const quiet = 400

function keepCounted(queue: Queue): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void queue.count(), quiet)
  }
  const ends = [
    onArrival(later),
    onEvent((event) => (event.kind === 'documents' ? void queue.load() : later())),
    () => clearTimeout(timer),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Fetches the next page when the end of the list comes near. */
function watchEnd(list: HTMLElement | null, queue: Queue): (() => void) | undefined {
  const last = list?.lastElementChild
  if (last == null) return undefined
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void queue.more()
    },
    { rootMargin: '600px' },
  )
  observer.observe(last)
  return () => observer.disconnect()
}
