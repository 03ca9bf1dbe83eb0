/*
 * The one table of keys: it binds them and makes the overlay of `?`. A screen says what a command does (`useCommands`);
 * what it says nothing about does nothing there.
 */

/**
 * A key: `event.key` of it, with `Mod+` (Ctrl, or ⌘ on a Mac), `Alt+` or `Shift+` before. Shift is not named where the
 * character itself says it: `A`, `?`.
 */
export type Key = string

export const keyTable = {
  everywhere: {
    title: 'Everywhere',
    keys: {
      help: { keys: ['?'], words: 'Show the keys' },
      search: { keys: ['/'], words: 'Search the text' },
      undo: { keys: ['z', 'Mod+z'], words: 'Undo' },
      redo: { keys: ['Z', 'Mod+Shift+z', 'Mod+y'], words: 'Do again what was undone' },
      close: { keys: ['Escape'], words: 'Close, or back to the text', inFields: true },
      goQueue: { keys: ['Alt+1'], words: 'Go to the queue', inFields: true },
      goOverview: { keys: ['Alt+2'], words: 'Go to the overview', inFields: true },
      goActors: { keys: ['Alt+3'], words: 'Go to the actors', inFields: true },
      goRules: { keys: ['Alt+4'], words: 'Go to the rules', inFields: true },
      goAgreement: { keys: ['Alt+5'], words: 'Go to agreement', inFields: true },
      theme: { keys: ['Alt+t'], words: 'Switch between light and dark', inFields: true },
    },
  },
  move: {
    title: 'Move',
    keys: {
      next: { keys: ['j', 'ArrowDown'], words: 'Next' },
      previous: { keys: ['k', 'ArrowUp'], words: 'Previous' },
      nextPending: { keys: ['n'], words: 'Next that is undecided' },
      previousPending: { keys: ['N'], words: 'Previous that is undecided' },
      first: { keys: ['Home'], words: 'First' },
      last: { keys: ['End'], words: 'Last' },
      open: { keys: ['Enter'], words: 'Open, or go into its fields' },
      filter: { keys: ['o'], words: 'Choose what to show' },
    },
  },
  decide: {
    title: 'Decide',
    keys: {
      accept: { keys: ['a'], words: 'Accept, and on to the next' },
      reject: { keys: ['r'], words: 'Reject, and on to the next' },
      acceptParagraph: { keys: ['A'], words: 'Accept the rest of the paragraph' },
      acceptSame: { keys: ['m'], words: 'Accept all of the same mention in this document' },
      rejectSame: { keys: ['M'], words: 'Reject all of the same mention in this document' },
      note: { keys: ['c'], words: 'Write a note' },
      takeBack: { keys: ['t'], words: 'Take your own decision back' },
      save: { keys: ['Mod+Enter'], words: 'Save what stands in the fields', inFields: true },
    },
  },
  correct: {
    title: 'Correct the span',
    keys: {
      startEarlier: { keys: ['d'], words: 'Start a word earlier' },
      startLater: { keys: ['f'], words: 'Start a word later' },
      endEarlier: { keys: ['g'], words: 'End a word earlier' },
      endLater: { keys: ['h'], words: 'End a word later' },
      startEarlierByCharacter: { keys: ['D'], words: 'Start a character earlier' },
      startLaterByCharacter: { keys: ['F'], words: 'Start a character later' },
      endEarlierByCharacter: { keys: ['G'], words: 'End a character earlier' },
      endLaterByCharacter: { keys: ['H'], words: 'End a character later' },
    },
  },
  layer: {
    title: 'Layer, or add from a selection',
    keys: {
      layerDate: { keys: ['1'], words: 'Date' },
      layerActor: { keys: ['2'], words: 'Actor' },
      layerCasualty: { keys: ['3'], words: 'Casualty' },
      layerWarning: { keys: ['4'], words: 'Warning' },
      select: { keys: ['v'], words: 'Select text by keyboard' },
    },
  },
  adjudicate: {
    title: 'Settle a disagreement',
    keys: {
      takeFirst: { keys: ['1'], words: 'As the first reviewer has it' },
      takeSecond: { keys: ['2'], words: 'As the second reviewer has it' },
      takeThird: { keys: ['3'], words: 'As the third reviewer has it' },
    },
  },
  select: {
    title: 'While selecting text',
    keys: {
      selectNextWord: { keys: ['ArrowRight'], words: 'A word on' },
      selectPreviousWord: { keys: ['ArrowLeft'], words: 'A word back' },
      extendWord: { keys: ['Shift+ArrowRight'], words: 'Longer by a word' },
      shrinkWord: { keys: ['Shift+ArrowLeft'], words: 'Shorter by a word' },
      extendCharacter: { keys: ['Alt+Shift+ArrowRight'], words: 'Longer by a character' },
      shrinkCharacter: { keys: ['Alt+Shift+ArrowLeft'], words: 'Shorter by a character' },
    },
  },
} as const satisfies Record<string, KeyGroup>

interface KeyGroup {
  readonly title: string
  readonly keys: Record<string, KeyRow>
}

interface KeyRow {
  readonly keys: readonly Key[]
  readonly words: string
  /** Whether it also works while something is typed. */
  readonly inFields?: boolean
}

type Groups = typeof keyTable
export type Command = { [G in keyof Groups]: keyof Groups[G]['keys'] }[keyof Groups]

export interface Binding extends KeyRow {
  readonly command: Command
  readonly group: keyof Groups
}

/** All rows of the table, in its order. */
export const bindings: readonly Binding[] = Object.entries(keyTable).flatMap(([group, { keys }]) =>
  Object.entries<KeyRow>(keys).map(([command, row]) => ({
    ...row,
    command: command as Command,
    group: group as keyof Groups,
  })),
)

/** What is known of a key that was pressed. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** `event.code`: with Alt, some keyboards write another character. */
  readonly code: string
}

/** The commands that a key may mean, in the order of the table. */
export function commandsOf(press: Press): Binding[] {
  const pressed = keysOf(press)
  return bindings.filter(({ keys }) => keys.some((key) => pressed.includes(key)))
}

/** The names of a key that was pressed: with Shift written out, and in the character. */
function keysOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): Key[] {
  const mod = ctrlKey || metaKey ? 'Mod+' : ''
  const alt = altKey ? 'Alt+' : ''
  if (key.length > 1) return [mod + alt + (shiftKey ? 'Shift+' : '') + key]
  if (mod === '' && alt === '') return [key]
  const plain = altKey ? (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key) : key
  return [mod + alt + (shiftKey ? 'Shift+' : '') + plain.toLowerCase()]
}

/** Whether a key writes a character when pressed alone: such keys can be switched off. */
export function isSingle(key: Key): boolean {
  return [...key].length === 1
}

/** A key as it stands on the keyboard. */
export function keyWords(key: Key, isMac: boolean): string {
  const parts = key === '+' ? ['+'] : key.split('+')
  const last = parts.at(-1) ?? ''
  const isCapital = parts.length === 1 && /^\p{Lu}$/u.test(last)
  const named = parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (keyNames[part] ?? part)))
  if (isCapital) return `Shift ${last}`
  return named.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(' ')
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
