import type { Token } from './tokens.ts'

/** Words before whose dot no sentence ends, from `abbreviations.yaml`; folded, without the dot. */
export interface Abbreviations {
  /** Before a name or a number: "Gen.", "No.", "St.". Never end a sentence. */
  readonly opening: ReadonlySet<string>
  /** May end a sentence where a capital follows: "etc.", "Inc.", "Dec.". */
  readonly closing: ReadonlySet<string>
}

/** Half-open ranges of tokens. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

const closers = new Set(['”', '’', '"', "'", '»', ')', ']', '›'])
const openers = new Set(['“', '‘', '"', "'", '«', '(', '[', '‹'])

/**
 * Cuts a paragraph's tokens into sentences, closing quotes and brackets with the sentence that they close. All-capital
 * text is cut like any other.
 */
export function sentencesOf(tokens: readonly Token[], abbreviations: Abbreviations): TokenRange[] {
  const ranges: TokenRange[] = []
  let from = 0
  for (let at = 0; at < tokens.length; at++) {
    if (!isTerminator(tokens, at)) continue
    let end = at + 1
    while (isClosing(tokens, end)) end++
    end = behindNote(tokens, end)
    if (end >= tokens.length) break
    if (!endsSentence(tokens, at, end, abbreviations)) continue
    ranges.push({ from, to: end })
    from = end
    at = end - 1
  }
  if (from < tokens.length) ranges.push({ from, to: tokens.length })
  return ranges.flatMap((range) => pieces(tokens, range))
}

/**
 * No person writes a longer sentence, but dumps of tables and lists hold them. Rules look back and ahead in a sentence,
 * so its length must be bounded for their work to be linear in the text's.
 */
const longestSentence = 250

/** Cuts an endless sentence behind the last mark that fits, in the second half, or where it must. */
function pieces(tokens: readonly Token[], { from, to }: TokenRange): TokenRange[] {
  const cut: TokenRange[] = []
  let start = from
  while (to - start > longestSentence) {
    let end = start + longestSentence
    while (end > start + longestSentence / 2 && tokens[end - 1]?.word.shape !== 'mark') end--
    if (end <= start + longestSentence / 2) end = start + longestSentence
    cut.push({ from: start, to: end })
    start = end
  }
  return [...cut, { from: start, to }]
}

function isTerminator(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.word.text ?? ''
  const last = text.charAt(text.length - 1)
  return last === '.' || last === '?' || last === '!' || last === '…'
}

/** A closing mark that stands right behind the terminator; a straight quote with a space before it opens instead. */
function isClosing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && !token.spaced && (closers.has(token.word.text) || isTerminator(tokens, at))
}

const longestNote = 4

/** Behind the marker of a note that sticks to the sentence's end, "injured.[3]" or "injured.[^3]". */
function behindNote(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word.text !== '[' || tokens[at]?.spaced === true) return at
  for (let end = at + 1; end < at + longestNote; end++) if (tokens[end]?.word.text === ']') return end + 1
  return at
}

function endsSentence(tokens: readonly Token[], dot: number, end: number, abbreviations: Abbreviations): boolean {
  const next = tokens[end]
  const terminator = tokens[dot]
  if (next === undefined || terminator === undefined) return true
  if (!next.spaced) return false
  const follower = openers.has(next.word.text) ? tokens[end + 1] : next
  const shape = follower?.word.shape ?? 'mark'
  if (shape === 'lower') return false
  const text = terminator.word.text
  if (text === '?' || text === '!') return true
  if (text.length > 1 && text !== '…') return endsAfterAcronym(text, follower)
  const before = tokens[dot - 1]
  if (text !== '.' || before === undefined || terminator.spaced) return true
  const word = before.word.folded
  const isDotted = end === dot + 1
  if (isDotted && (abbreviations.opening.has(word) || isInitial(tokens, dot - 1))) return false
  return !(isDotted && abbreviations.closing.has(word)) || shape !== 'numeral'
}

/** Behind "U.S." a sentence ends where a word follows that opens sentences; behind "..." wherever a capital does. */
function endsAfterAcronym(text: string, follower: Token | undefined): boolean {
  if (text.startsWith('...')) return true
  return follower !== undefined && sentenceOpeners.has(follower.word.folded)
}

const sentenceOpeners = new Set(
  (
    'the a an in on at it he she they we i this that these those but and by for from as after before since when while ' +
    'during however meanwhile there some many most several all both according with to under its their his her if ' +
    'although despite following one two three no not'
  ).split(' '),
)

const beforeNames = new Set(['and', 'or', 'by', 'with', 'to', 'from', 'for', 'of', 'under', 'against', 'said', 'says'])

/**
 * A single capital before a dot is an initial, "J. Smith", where it follows a capitalised word or one that stands before
 * names, where another initial follows it, or where it opens the sentence.
 */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.word.text.length !== 1 || token.word.shape !== 'upper') return false
  if (token.word.text === 'I') return false
  const before = tokens[at - 1]
  if (before === undefined || before.word.shape !== 'lower' || beforeNames.has(before.word.folded)) return true
  return tokens[at + 2]?.word.text.length === 1 && tokens[at + 2]?.word.shape === 'upper'
}
