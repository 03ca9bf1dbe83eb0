import { addressOf } from '../../addresses.ts'
import { CommandButton } from '../../parts/command-button.tsx'
import { LayerTag, StateTag } from '../../parts/tags.tsx'
import { annotationOf } from '../../state/annotations.ts'
import { isWaiting } from '../../state/outbox.ts'
import { store } from '../../state/store.ts'
import { excerptOf } from '../queue/excerpt.ts'
import type { AdjudicationProps } from './adjudication.tsx'
import { type Disagreement, differencesIn } from './sides.ts'

const around = 160

interface DisagreementRowProps extends Pick<AdjudicationProps, 'contexts'> {
  readonly disagreement: Disagreement
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly focusOn: (id: string) => void
}

const takers = ['takeFirst', 'takeSecond', 'takeThird'] as const

/** One disagreement: the text, then what was found and what each reviewer says, side by side. */
export function DisagreementRow({ disagreement, contexts, isCurrent, isOpen, focusOn }: DisagreementRowProps) {
  const { annotation: fetched, decisions } = disagreement
  const annotation = annotationOf(fetched.id).value ?? fetched
  const [place] = fetched.places
  const context = contexts.find(({ document, index }) => document === fetched.document && index === place?.paragraph)
  const excerpt =
    context === undefined || place === undefined
      ? { before: '', inside: fetched.exact, after: '' }
      : excerptOf(context.text, place, around)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys that move stand in the one table of keys
    <li
      class="queue-row"
      data-id={fetched.id}
      data-state={isOpen ? 'pending' : annotation.state}
      data-layer={fetched.layer}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => focusOn(fetched.id)}
      onClick={() => focusOn(fetched.id)}
    >
      <p class="row-head">
        <LayerTag layer={fetched.layer} />
        <span class="row-summary">
          {isOpen ? 'to be settled' : `settled by ${annotation.decision?.reviewer ?? 'you'}`}
        </span>
        {!isOpen && <StateTag state={annotation.state} isWaiting={isWaiting(store.outbox.value, fetched.id)} />}
      </p>
      <p class="row-text">
        {excerpt.before}
        <mark class="mark" data-layers={fetched.layer}>
          {excerpt.inside}
        </mark>
        {excerpt.after}
      </p>
      <table class="sides">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Differs in</span>
            </th>
            <th scope="col">As found</th>
            {decisions.map(({ reviewer, version }) => (
              <th key={version} scope="col">
                {reviewer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differencesIn(disagreement).map(({ words, found, said }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{found}</td>
              {said.map((value, place) => (
                <td key={decisions[place]?.version} data-differs={value !== found || undefined}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {decisions.map(({ reviewer, note, version }) =>
        note === null ? null : (
          <p key={version} class="quiet">
            {reviewer} noted “{note}”
          </p>
        ),
      )}
      <p class="row-foot quiet">
        <a href={addressOf({ screen: 'document', document: fetched.document, annotation: fetched.id })}>
          In the document
        </a>
        {isCurrent && (
          <span class="row-actions">
            {decisions.slice(0, takers.length).map(({ reviewer, version }, place) => (
              <CommandButton key={version} command={takers[place] ?? 'takeFirst'}>
                As {reviewer}
              </CommandButton>
            ))}
            <CommandButton command="accept">As found</CommandButton>
            <CommandButton command="reject">Reject</CommandButton>
          </span>
        )}
      </p>
    </li>
  )
}
