import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Resource } from '../state/resource.ts'

interface FetchedProps<T> {
  readonly of: Resource<T>
  /** What is fetched, "the queue". */
  readonly words: string
  readonly children: (value: T) => ComponentChildren
}

/** Shows what was fetched; while it comes, or where it does not, that. */
export function FetchedPart<T>({ of, words, children }: FetchedProps<T>) {
  useEffect(() => {
    if (of.now.peek().value === undefined) void of.load()
  }, [of])
  const { value, failure, isLoading } = of.now.value
  if (value !== undefined) return <>{children(value)}</>
  if (failure !== undefined && !isLoading) return <Failure failure={failure} words={words} again={of.load} />
  return <Loading words={words} />
}

/** Says that something is on its way. */
export function Loading({ words }: { words: string }) {
  return (
    <p class="state loading" role="status">
      Fetching {words} …
    </p>
  )
}

interface FailureProps {
  readonly failure: Error
  readonly words: string
  readonly again: () => unknown
}

/** Says what went wrong, and lets the reviewer try again. */
export function Failure({ failure, words, again }: FailureProps) {
  return (
    <div class="state failure" role="alert">
      <h2>Could not fetch {words}</h2>
      <p>{failure.message}</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </div>
  )
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
