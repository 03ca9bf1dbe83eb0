import { useEffect, useRef, useState } from 'preact/hooks'
import { useCommands } from '../../keys/commands.ts'
import { Empty, FetchedPart } from '../../parts/fetched.tsx'
import { stand } from '../../route.ts'
import { store } from '../../state/store.ts'
import { neighbour } from '../document/order.ts'
import { ActorList } from './actor-list.tsx'
import { ActorPanel } from './actor-panel.tsx'
import { LikelyPairs } from './likely-pairs.tsx'
import { type Listing, listed } from './listing.ts'
import { ListingChips } from './listing-chips.tsx'
import { redoChange, undoChange } from './register.ts'

/** The register: who acts in the reports, under which names. */
export function ActorsScreen({ actor }: { actor: string | null }) {
  const [listing, setListing] = useState<Listing>('all')
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const actors = store.actors.now.value.value?.actors ?? []
  const shown = listed(actors, listing, typed)
  const current = actors.find(({ id, names }) => id === actor || (actor !== null && names.includes(actor)))
  const open = (id: string) => stand({ screen: 'actors', actor: id })
  const move = (step: 1 | -1) => {
    const to = neighbour(
      shown,
      shown.findIndex(({ id }) => id === current?.id),
      step,
    )
    if (to === undefined) return false
    open(to.id)
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(to.id)}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useCommands({
    next: () => move(1),
    previous: () => move(-1),
    filter: () => search.current?.focus(),
    undo: () => void undoChange(),
    redo: () => void redoChange(),
  })
  useEffect(() => void store.actors.load(), [])
  return (
    <div class="actors">
      <h1>Actors</h1>
      <FetchedPart of={store.actors} words="the actors">
        {({ duplicates }) => (
          <div class="side-by-side">
            <section class="side-list" aria-label="Actors">
              <input
                ref={search}
                type="search"
                aria-label="Find an actor"
                placeholder="Find an actor"
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
              <ListingChips
                listing={listing}
                counts={{
                  all: actors.length,
                  unknown: actors.filter(({ known }) => !known).length,
                  alike: duplicates.length,
                }}
                choose={setListing}
              />
              {listing === 'alike' ? (
                <LikelyPairs pairs={duplicates} actors={actors} />
              ) : (
                <ActorList actors={shown} current={current?.id ?? null} list={list} />
              )}
            </section>
            {current === undefined ? (
              <Empty title={actor === null ? 'Choose an actor' : `There is no actor “${actor}”`}>
                <p>Everyone whom the reports name is on the list; what you change here can be undone.</p>
              </Empty>
            ) : (
              <ActorPanel key={current.id} actor={current} />
            )}
          </div>
        )}
      </FetchedPart>
    </div>
  )
}
