import { useEffect, useMemo, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { Empty, FetchedPart, Loading } from '../../parts/fetched.tsx'
import { stand } from '../../route.ts'
import { receive } from '../../state/annotations.ts'
import { onEvent } from '../../state/live.ts'
import { resource } from '../../state/resource.ts'
import { store } from '../../state/store.ts'
import { Adjudication } from './adjudication.tsx'
import { FiguresPart } from './figures-part.tsx'

/** How far reviewers agree who coded without sight of each other, and where they do not, to be settled. */
export function AgreementScreen({ document }: { document: string | null }) {
  const [settled, setSettled] = useState<'yes' | 'no'>('no')
  const asked = document ?? undefined
  const agreement = useMemo(() => resource(() => api.agreement(asked)), [asked])
  const disagreements = useMemo(
    () =>
      resource(async () => {
        const found = await api.disagreements({ settled, ...(asked === undefined ? {} : { document: asked }) })
        receive(found.disagreements.map(({ annotation }) => annotation))
        return found
      }),
    [asked, settled],
  )
  useEffect(() => {
    if (store.documents.now.peek().value === undefined) void store.documents.load()
    return onEvent(() => {
      if (store.session.peek()?.blind === false) void agreement.load()
    })
  }, [agreement])
  const session = store.session.value
  if (session === null) return <Loading words="who reviews" />
  if (session.blind) return <Blind />
  return (
    <div class="agreement">
      <h1>Agreement</h1>
      <div class="filter-fields">
        <label>
          Document
          <select
            value={document ?? ''}
            onChange={(event) => stand({ screen: 'agreement', document: event.currentTarget.value || null })}
          >
            <option value="">all</option>
            {(store.documents.now.value.value?.documents ?? []).map(({ id, metadata, path }) => (
              <option key={id} value={id}>
                {metadata.title ?? path}
              </option>
            ))}
          </select>
        </label>
        <label>
          Disagreements
          <select value={settled} onChange={(event) => setSettled(event.currentTarget.value === 'yes' ? 'yes' : 'no')}>
            <option value="no">to be settled</option>
            <option value="yes">settled</option>
          </select>
        </label>
      </div>
      <FetchedPart of={agreement} words="the agreement">
        {(value) =>
          value.fields.length === 0 ? (
            <NobodyTwice />
          ) : (
            <>
              <details class="more-filters">
                <summary>How far they agree, in figures</summary>
                <FiguresPart agreement={value} />
              </details>
              <FetchedPart of={disagreements} words="the disagreements">
                {({ disagreements, contexts }) => (
                  <Adjudication key={`${asked} ${settled}`} disagreements={disagreements} contexts={contexts} />
                )}
              </FetchedPart>
            </>
          )
        }
      </FetchedPart>
    </div>
  )
}

function NobodyTwice() {
  return (
    <Empty title="Nothing is coded twice yet">
      <p>
        Let two reviewers decide on the same document without sight of each other:{' '}
        <code>tocsin review --blind --reviewer NAME</code>. How far they agree is told here, and what they differ on is
        settled here.
      </p>
    </Empty>
  )
}

function Blind() {
  return (
    <Empty title="You decide without sight of others">
      <p>So you are not shown how far you agree with them: ask whoever settles the differences.</p>
      <p>
        Go on with <a href="/queue">the queue</a>.
      </p>
    </Empty>
  )
}
