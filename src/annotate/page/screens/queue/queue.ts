import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { z } from 'zod'
import type { ApiAnnotation, queueSchema } from '../../../server/schemas.ts'
import { api } from '../../api/client.ts'
import { annotationOf, heldOf, receive } from '../../state/annotations.ts'
import { askedOf, type QueueFilter } from './filter.ts'

type Context = z.infer<typeof queueSchema>['contexts'][number]

/** A queue as far as it was fetched. What is decided stays in it until it is fetched anew. */
export interface Queue {
  readonly ids: ReadonlySignal<readonly string[]>
  /** How many the filter lets through now, with what waits taken off. */
  readonly total: ReadonlySignal<number | undefined>
  readonly failure: ReadonlySignal<Error | undefined>
  readonly isLoading: ReadonlySignal<boolean>
  readonly hasMore: ReadonlySignal<boolean>
  readonly load: () => Promise<void>
  readonly more: () => Promise<void>
  /** Counts again. */
  readonly count: () => Promise<void>
  readonly contextOf: (annotation: ApiAnnotation) => Context | undefined
}

const pageLength = '50'

/** The queue of a filter; nothing is fetched before it is loaded. */
export function queueOf(filter: QueueFilter): Queue {
  const asked = askedOf(filter)
  const ids = signal<readonly string[]>([])
  const counted = signal<{ readonly total: number; readonly gone: number } | undefined>(undefined)
  const failure = signal<Error | undefined>(undefined)
  const isLoading = signal(false)
  const next = signal<string | null>(null)
  const contexts = new Map<string, Context>()

  const isIn = (annotation: ApiAnnotation | null | undefined) =>
    annotation !== null && annotation !== undefined && filter.states.includes(annotation.state)
  const gone = computed(() => ids.value.filter((id) => !isIn(annotationOf(id).value)).length)
  const goneOnServer = () => ids.peek().filter((id) => !isIn(heldOf(id))).length

  async function fetchPage(cursor: string | undefined): Promise<void> {
    if (isLoading.peek()) return
    isLoading.value = true
    try {
      const page = await api.queue({ ...asked, limit: pageLength, ...(cursor === undefined ? {} : { cursor }) })
      for (const context of page.contexts) contexts.set(keyOf(context.document, context.index), context)
      batch(() => {
        receive(page.annotations)
        const before = cursor === undefined ? [] : ids.peek()
        ids.value = [...new Set([...before, ...page.annotations.map(({ id }) => id)])]
        next.value = page.next
        counted.value = { total: page.total, gone: goneOnServer() }
        failure.value = undefined
      })
    } catch (error) {
      failure.value = error instanceof Error ? error : new Error(String(error))
    } finally {
      isLoading.value = false
    }
  }

  return {
    ids,
    total: computed(() => counted.value && Math.max(0, counted.value.total - (gone.value - counted.value.gone))),
    failure,
    isLoading,
    hasMore: computed(() => next.value !== null),
    load: () => fetchPage(undefined),
    more: async () => {
      const cursor = next.peek()
      if (cursor !== null) await fetchPage(cursor)
    },
    count: async () => {
      try {
        const { total } = await api.queue({ ...asked, limit: '1' })
        counted.value = { total, gone: goneOnServer() }
      } catch {
        // The status line says that the server is away.
      }
    },
    contextOf: ({ document, places: [place] }) =>
      place === undefined ? undefined : contexts.get(keyOf(document, place.paragraph)),
  }
}

function keyOf(document: string, paragraph: number): string {
  return `${document} ${paragraph}`
}
