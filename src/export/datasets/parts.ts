import type { DatasetRow } from '../../store/index.ts'
import type { Snapshot } from '../snapshot.ts'

type Claim = DatasetRow<'casualty_claims'>

interface Placed {
  readonly claim: Claim
  readonly sentence: string
  readonly text: string
  /** Where the quantity stands in the sentence. */
  readonly from: number
  readonly to: number
}

/** Characters between two parts of one whole: "12 women and 5 children". */
const nearby = 60

/**
 * Which claims of a document count a part of another: of the same effect, in the same sentence, joined by "including", "of
 * whom" and the like, or listed beside such a part; and no larger than the whole.
 *
 * @returns the whole's id by the part's
 */
export function wholesIn(snapshot: Snapshot, document: string): Map<string, string> {
  const wholes = new Map<string, string>()
  const before: Placed[] = []
  for (const claim of snapshot.rows('casualty_claims', document)) {
    const placed = place(snapshot, document, claim)
    if (placed === null) continue
    const whole = before.findLast((other) => isWholeOf(snapshot, other, placed, wholes))
    if (whole !== undefined) wholes.set(claim.id, wholes.get(whole.claim.id) ?? whole.claim.id)
    before.push(placed)
  }
  return wholes
}

function place(snapshot: Snapshot, document: string, claim: Claim): Placed | null {
  const sentence = snapshot.sentence(document, claim)
  const start = snapshot.cleanStart(document, claim)
  if (sentence === null || start === null) return null
  const from = start - sentence.start
  return { claim, sentence: sentence.key, text: sentence.text, from, to: from + (claim.end - claim.start) }
}

function isWholeOf(snapshot: Snapshot, whole: Placed, part: Placed, wholes: ReadonlyMap<string, string>): boolean {
  if (whole.sentence !== part.sentence || whole.claim.effect !== part.claim.effect) return false
  const between = part.text.slice(whole.to, part.from)
  if (snapshot.derivations.joinsPart(between)) return isNoLarger(part.claim, whole.claim)
  const isBeside = wholes.has(whole.claim.id) && between.length <= nearby && /(?:,|\band)\s/u.test(between)
  return isBeside
}

function isNoLarger(part: Claim, whole: Claim): boolean {
  if (part.unit !== whole.unit) return part.unit === 'percent'
  const [least, most] = [part.low ?? part.high ?? 0, whole.high ?? Number.POSITIVE_INFINITY]
  return least <= most
}
