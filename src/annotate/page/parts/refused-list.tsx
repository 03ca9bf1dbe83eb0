import { isStandIn } from '../state/outbox.ts'
import { store } from '../state/store.ts'

/** Decisions that the server would not take: nothing that a reviewer decided goes away unsaid. */
export function RefusedList() {
  const refused = store.refused.value
  if (refused.length === 0) return null
  return (
    <section class="notice failure" role="alert" aria-label="Not saved">
      <h2>{refused.length === 1 ? 'One decision was not saved' : `${refused.length} decisions were not saved`}</h2>
      <ul>
        {refused.map(({ annotation, reason }) => (
          <li key={annotation}>
            {reason} {!isStandIn(annotation) && <a href={`/annotations/${annotation}`}>Look at the annotation</a>}
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          store.refused.value = []
        }}
      >
        Noted
      </button>
    </section>
  )
}
