import { type ReadonlySignal, signal } from '@preact/signals'

/** What was asked of the server, as far as it came. While it is asked for again, the value of before is shown. */
export interface Fetched<T> {
  readonly value: T | undefined
  readonly failure: Error | undefined
  readonly isLoading: boolean
}

export interface Resource<T> {
  readonly now: ReadonlySignal<Fetched<T>>
  /** Asks (again). Of two answers that cross on the way, the later asked for is shown. */
  readonly load: () => Promise<void>
  /** Changes what is shown, without asking. */
  readonly change: (change: (value: T) => T) => void
}

/** Something that is fetched when first needed and again when it may have changed. */
export function resource<T>(fetch: () => Promise<T>): Resource<T> {
  const now = signal<Fetched<T>>({ value: undefined, failure: undefined, isLoading: false })
  let turn = 0
  return {
    now,
    load: async () => {
      turn += 1
      const mine = turn
      now.value = { ...now.value, isLoading: true }
      try {
        const value = await fetch()
        if (mine === turn) now.value = { value, failure: undefined, isLoading: false }
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error))
        if (mine === turn) now.value = { value: now.value.value, failure, isLoading: false }
      }
    },
    change: (change) => {
      const { value } = now.value
      if (value !== undefined) now.value = { ...now.value, value: change(value) }
    },
  }
}
