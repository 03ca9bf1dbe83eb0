import { useEffect, useMemo } from 'preact/hooks'
import type { ApiActor } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { api } from '../../api/client.ts'
import { Examples } from '../../parts/examples.tsx'
import { FetchedPart } from '../../parts/fetched.tsx'
import { counted } from '../../parts/words.ts'
import { resource } from '../../state/resource.ts'

const most = 8

/** Where an actor is mentioned, or named as who harmed, reported, warned or was warned. */
export function ActorMentions({ actor }: { actor: ApiActor }) {
  const found = useMemo(
    () => resource(() => api.queue({ actor: actor.id, state: mentioned, order: 'reading', limit: String(most) })),
    [actor.id],
  )
  useEffect(() => void found.load(), [found, actor])
  const query = new URLSearchParams({ actor: actor.name, state: mentioned, order: 'reading' }).toString()
  return (
    <section>
      <h3>Where</h3>
      <FetchedPart of={found} words="the mentions">
        {({ annotations, contexts, total }) => (
          <>
            <Examples annotations={annotations} contexts={contexts} />
            {total > annotations.length && (
              <p>
                <a href={addressOf({ screen: 'queue', query })}>All {counted(total, 'annotation')} that name it</a>
              </p>
            )}
          </>
        )}
      </FetchedPart>
    </section>
  )
}

const mentioned = 'pending,accepted,corrected'
