import { type Interval, type WarningFields, warningKinds } from '../../model/index.ts'
import { type Analysis, type Sentence, textOf } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import { type Mention, Mentions } from '../mention.ts'
import { Attributions } from './attribution.ts'
import type { Candidate, Rule, Setting } from './candidate.ts'
import { Evidence } from './evidence.ts'
import type { Frame, Trigger, WarningsLexicon } from './lexicon.ts'
import { Quotations } from './quotations.ts'
import { demand, demandNoun, duty, imperative } from './rules/demanded.ts'
import { assertion, condition, development, fragment, hindsight, plan, sign } from './rules/foreseen.ts'
import { foretoldIn } from './rules/foretold.ts'
import { arms, urge, vow } from './rules/incited.ts'
import { QuotedIncitement } from './rules/quoted.ts'
import { speech, speechNoun } from './rules/said.ts'
import { threatsIn } from './rules/threatened.ts'
import { spanOf } from './span.ts'
import { Speakers } from './speakers/index.ts'

export { compileWarnings, type WarningsLexicon } from './lexicon.ts'

const ruleOf: Readonly<Record<Frame, Rule>> = {
  speech,
  'speech-noun': speechNoun,
  assertion,
  fragment,
  development,
  plan,
  sign,
  hindsight,
  condition,
  demand,
  'demand-noun': demandNoun,
  duty,
  imperative,
  vow,
  urge,
  arms,
  disbelief: () => null,
  none: () => null,
}

/** No sentence of the language has more triggers than this; beyond it nothing is looked at. */
const most = 24

/**
 * Finds the sentences that carry warning language: at most one mention a sentence, of the strongest kind.
 * A sentence without a trigger costs one look.
 */
export function findWarnings(
  analysis: Analysis,
  lexicon: WarningsLexicon,
  found: { dates: Mentions<'date'>; actors: Mentions<'actor'>; casualties: Mentions<'casualty'> },
): Mentions<'warning'> {
  const setting = settingOf(analysis, lexicon, found)
  const quoted = new QuotedIncitement()
  const mentions: Mention<'warning'>[] = []
  for (const sentence of analysis.sentences) {
    if (isFurniture(sentence)) continue
    const triggers = triggersIn(sentence, lexicon)
    const candidates = [
      ...triggers.flatMap((hit) => ruleOf[hit.entry.frame](setting, sentence, hit) ?? []),
      ...threatsIn(setting, sentence),
      ...foretoldIn(setting, sentence),
    ]
    const best = quoted.judge(setting, sentence, strongest(candidates))
    if (best === null) continue
    const span = spanOf(sentence)
    if (span !== null)
      mentions.push({ sentence, ...span, rule: best.rule, fields: fieldsOf(sentence, best, found.dates) })
  }
  return new Mentions(mentions)
}

function settingOf(
  analysis: Analysis,
  lexicon: WarningsLexicon,
  { actors, dates }: { actors: Mentions<'actor'>; dates: Mentions<'date'> },
): Setting {
  const speakers = new Speakers(analysis, lexicon, { actors, dates })
  const quotations = new Quotations(analysis)
  return {
    analysis,
    lexicon,
    actors,
    dates,
    speakers,
    quotations,
    evidence: new Evidence(analysis, lexicon),
    attributions: new Attributions(analysis, lexicon, speakers, quotations),
  }
}

/** A heading shorter than this asserts nothing. */
const shortestHeading = 5

function isFurniture({ paragraph: { kind }, tokens }: Sentence): boolean {
  if (kind === 'heading' && tokens.length < shortestHeading) return true
  return kind === 'furniture' || kind === 'reference' || kind === 'note'
}

/** Frames whose phrases hide the triggers in them: innocent ones, and "could have been foreseen", which nobody said. */
const hiding: ReadonlySet<Frame> = new Set<Frame>(['none', 'hindsight'])

/** The triggers of a sentence that no other phrase hides. */
function triggersIn(sentence: Sentence, lexicon: WarningsLexicon): readonly Hit<Trigger>[] {
  const hits = sentence.hits.of(lexicon.triggers).slice(0, most)
  const covers = hits.filter(({ entry }) => hiding.has(entry.frame))
  return hits.filter(
    ({ from, to, entry }) =>
      entry.frame !== 'none' &&
      !covers.some((cover) => cover.entry.frame !== entry.frame && cover.from < to && from < cover.to),
  )
}

const certaintyOf = (candidate: Candidate): number => (candidate.speaker === null ? 0 : 1)

/** The strongest kind; of one kind the one whose speaker is known, and of those the first. */
function strongest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) {
    if (best === null) best = candidate
    else {
      const rank = warningKinds.indexOf(candidate.kind) - warningKinds.indexOf(best.kind)
      if (rank < 0 || (rank === 0 && certaintyOf(candidate) > certaintyOf(best))) best = candidate
    }
  }
  return best
}

function fieldsOf(
  sentence: Sentence,
  { kind, trigger, speaker, addressee, harm }: Candidate,
  dates: Mentions<'date'>,
): WarningFields {
  return {
    kind,
    trigger: textOf(sentence, trigger.from, trigger.to),
    speaker: speaker?.name ?? null,
    addressee,
    harm,
    date: dateOf(sentence, trigger.from, dates),
  }
}

/** The date that stands nearest to the trigger in its sentence. */
function dateOf(sentence: Sentence, at: number, dates: Mentions<'date'>): Interval | null {
  let nearest: Mention<'date'> | null = null
  for (const mention of dates.in(sentence)) {
    if (nearest === null || Math.abs(mention.from - at) < Math.abs(nearest.from - at)) nearest = mention
  }
  return nearest === null ? null : { start: nearest.fields.start, end: nearest.fields.end }
}
