import { useState } from 'preact/hooks'
import { pastOf, settleConflict } from '../state/deciding.ts'
import type { Conflict } from '../state/outbox.ts'
import { store } from '../state/store.ts'
import { Dialog } from './dialog.tsx'
import { type FieldValues, fieldsOf, valueWords } from './fields.ts'
import { differencesOf, mergedChoice, mineOf, type Side } from './merge.ts'
import { layerWords, stateWords } from './words-of-layer.ts'

/** Lets the reviewer settle, one by one, decisions that met another's. */
export function ConflictDialog() {
  const [conflict] = store.conflicts.value
  if (conflict === undefined) return null
  return <Merge key={conflict.current.id + conflict.current.version} conflict={conflict} />
}

function Merge({ conflict }: { conflict: Conflict }) {
  const { mine, current } = conflict
  const differences = differencesOf(conflict)
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(
    Object.fromEntries(differences.map((name) => [name, 'mine'])),
  )
  const wanted = mineOf(conflict)
  const left = store.conflicts.value.length - 1
  const keepTheirs = () => settleConflict(conflict, null)
  const decided = current.decision
  return (
    <Dialog title="Somebody else decided on this first" close={keepTheirs} className="conflict">
      <p>
        <q>{current.exact}</q> ({layerWords[current.layer].toLowerCase()}) is now{' '}
        <strong>{stateWords[current.state]}</strong>
        {decided !== null && <> by {decided.reviewer}</>}
        {decided?.note && <>, who noted “{decided.note}”</>}.{' '}
        {mine.verdict === 'withdraw' ? 'You took your decision back.' : `You ${pastOf[mine.verdict]} it.`}
      </p>
      {differences.length > 0 && wanted !== null && (
        <table class="merge">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Theirs</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((name) => (
              <tr key={name}>
                <th scope="row">{wordsFor(conflict, name)}</th>
                {(['theirs', 'mine'] as const).map((side) => (
                  <td key={side}>
                    <label>
                      <input
                        type="radio"
                        name={`side-${name}`}
                        checked={sides[name] === side}
                        onChange={() => setSides({ ...sides, [name]: side })}
                      />{' '}
                      {valueOn(side === 'mine' ? wanted : current, name)}
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <footer class="dialog-foot">
        <button type="button" class="primary" onClick={keepTheirs}>
          Keep theirs
        </button>
        {mine.verdict !== 'withdraw' && (
          <button type="button" onClick={() => settleConflict(conflict, mergedChoice(conflict, sides))}>
            {differences.length > 0 ? 'Save as chosen' : `Mine holds: ${stateWords[stateOf[mine.verdict]]}`}
          </button>
        )}
        {left > 0 && <span class="quiet">{left} more</span>}
      </footer>
    </Dialog>
  )
}

const stateOf = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

function wordsFor({ current }: Conflict, name: string): string {
  return name === 'span' ? 'Text' : (fieldsOf[current.layer].find((field) => field.name === name)?.words ?? name)
}

function valueOn(annotation: NonNullable<ReturnType<typeof mineOf>>, name: string): string {
  return name === 'span' ? annotation.exact : valueWords((annotation.fields as FieldValues)[name])
}
