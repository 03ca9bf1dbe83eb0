import { z } from 'zod'
import { type AnyAnnotation, type Document, type Layer, layers, type Paragraph } from '../model/index.ts'
import { type ActorsLexicon, compileActors, findActors } from './actors/index.ts'
import { type AnalysisLexicon, analyse } from './analyse/analysis.ts'
import { readAbbreviations, readNumberWords } from './analyse/lexicon.ts'
import { PhraseAutomaton } from './analyse/phrases.ts'
import { tokenise } from './analyse/tokens.ts'
import { fold } from './analyse/words.ts'
import { type CasualtiesLexicon, compileCasualties, findCasualties } from './casualties/index.ts'
import { compileDates, type DatesLexicon, findDates } from './dates/index.ts'
import { LexiconSources } from './lexicon.ts'
import { annotationOf, type Mentions } from './mention.ts'
import { type SentenceFinder, sentenceFinder, type TokenisedSentence, tokenised } from './sentence.ts'
import { compileWarnings, findWarnings, type WarningsLexicon } from './warnings/index.ts'

/** Finds sentences as the extraction cuts them. */
export function loadSentenceFinder(): SentenceFinder {
  return sentenceFinder({ abbreviations: readAbbreviations(new LexiconSources()) })
}

/** Cuts paragraphs into sentences and tokens as the extraction cuts them. */
export function loadTokeniser(): (paragraph: Paragraph) => TokenisedSentence[] {
  const abbreviations = readAbbreviations(new LexiconSources())
  return (paragraph) => tokenised(paragraph, { abbreviations })
}

/** The rules with all that they know, compiled once and used for any number of documents. */
export interface Extractor {
  /** SHA-256 over rules and lexicons; the same version gives the same annotations for the same bytes. */
  readonly version: string
  readonly analysis: AnalysisLexicon
  readonly dates: DatesLexicon
  readonly actors: ActorsLexicon
  readonly casualties: CasualtiesLexicon
  readonly warnings: WarningsLexicon
  readonly confidenceOf: (rule: string) => number
}

const share = z.number().min(0).max(1)
const priorsSchema = z.strictObject({ unmeasured: share, rules: z.record(z.string(), share) })

/**
 * Reads and compiles the lexicons.
 *
 * @param lexiconFolders the user's own, each extending and overriding those before it
 * @throws LexiconError naming file, line and field of what does not fit
 */
export function loadExtractor(lexiconFolders: readonly string[] = []): Extractor {
  const sources = new LexiconSources(lexiconFolders)
  const automaton = new PhraseAutomaton()
  const priors = sources.read('priors.yaml', priorsSchema)
  const rules = new Map(priors.flatMap((version) => Object.entries(version.rules)))
  const unmeasured = priors.at(-1)?.unmeasured ?? 0
  return {
    version: sources.hash(),
    analysis: { automaton, abbreviations: readAbbreviations(sources), numbers: readNumberWords(sources) },
    dates: compileDates(sources, automaton),
    actors: compileActors(sources, automaton),
    casualties: compileCasualties(sources, automaton),
    warnings: compileWarnings(sources, automaton),
    confidenceOf: (rule) => rules.get(rule) ?? unmeasured,
  }
}

/**
 * The annotations of a document, ordered by start, end and layer. Pure: the same document and extractor version give
 * the same annotations on every machine.
 */
export function extract(document: Document, extractor: Extractor): AnyAnnotation[] {
  const analysis = analyse(document, extractor.analysis)
  const dates = findDates(analysis, extractor.dates)
  const actors = findActors(analysis, extractor.actors, { dates })
  const casualties = findCasualties(analysis, extractor.casualties, { dates, actors })
  const warnings = findWarnings(analysis, extractor.warnings, { dates, actors, casualties })
  const annotations = <L extends Layer>(layer: L, mentions: Mentions<L>) =>
    mentions.all.map((mention) => annotationOf(layer, mention, document.text, extractor.confidenceOf(mention.rule)))
  const all: AnyAnnotation[] = [
    ...annotations('date', dates),
    ...annotations('actor', actors),
    ...annotations('casualty', casualties),
    ...annotations('warning', warnings),
  ]
  return all.sort((a, b) => a.start - b.start || a.end - b.end || layers.indexOf(a.layer) - layers.indexOf(b.layer))
}

/** Whether two names mean one actor, as far as the lexicon knows; case, accents, marks and an article do not count. */
export function sameActor({ actors }: Extractor): (a: string | null, b: string | null) => boolean {
  return (a, b) => {
    const [one, other] = [bareName(a), bareName(b)]
    if (one === other || a === null || b === null) return one === other
    const others = new Set(namedBy(actors, b))
    return others.has(one) || namedBy(actors, a).some((name) => name === other || others.has(name))
  }
}

function bareName(name: string | null): string {
  return fold(name ?? '')
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Canonical names of the lexicon's actors that a name stands for. */
function namedBy({ automaton, namings }: ActorsLexicon, name: string): string[] {
  const tokens = tokenise(name)
  return automaton
    .scan(tokens)
    .of(namings)
    .filter(({ from, to }) => from === 0 && to === tokens.length)
    .map(({ entry }) => bareName(entry.actor.name))
}
