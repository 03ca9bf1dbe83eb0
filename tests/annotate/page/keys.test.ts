import { describe, expect, it } from 'vitest'
import {
  bindings,
  commandsOf,
  isSingle,
  keyTable,
  keyWords,
  type Press,
} from '../../../src/annotate/page/keys/table.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('the table of keys', () => {
  it.each<[string, Press, string[]]>([
    ['a', press('a'), ['accept']],
    ['A', press('A', { shiftKey: true }), ['acceptParagraph']],
    ['?', press('?', { shiftKey: true }), ['help']],
    ['↓', press('ArrowDown'), ['next']],
    ['Shift →', press('ArrowRight', { shiftKey: true }), ['extendWord']],
    ['Ctrl Z', press('z', { ctrlKey: true }), ['undo']],
    ['⌘ Z', press('z', { metaKey: true }), ['undo']],
    ['Ctrl Shift Z', press('Z', { ctrlKey: true, shiftKey: true }), ['redo']],
    ['Ctrl Enter', press('Enter', { ctrlKey: true }), ['save']],
    ['Alt 1', press('1', { altKey: true, code: 'Digit1' }), ['goQueue']],
    ['Alt T on a Mac, which writes †', press('†', { altKey: true, code: 'KeyT' }), ['theme']],
    ['Ctrl A is the browser’s', press('a', { ctrlKey: true }), []],
    ['Alt A is nobody’s', press('a', { altKey: true, code: 'KeyA' }), []],
  ])('%s', (_name, pressed, commands) => {
    expect(commandsOf(pressed).map(({ command }) => command)).toEqual(commands)
  })

  // Layers are chosen in a document, disagreements are settled on a screen of their own.
  it.each(['layer', 'adjudicate'] as const)('gives no key two meanings where those of "%s" work', (group) => {
    const elsewhere = group === 'layer' ? 'adjudicate' : 'layer'
    const keys = Object.entries(keyTable)
      .filter(([name]) => name !== elsewhere)
      .flatMap(([, table]) => Object.values(table.keys).flatMap((binding) => binding.keys))
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })

  it('names every command once, with its key and what it does', () => {
    const commands = Object.values(keyTable).flatMap(({ keys }) => Object.keys(keys))
    expect(bindings.map(({ command }) => command)).toEqual(commands)
    expect(new Set(commands).size).toBe(commands.length)
    for (const { keys, words } of bindings) {
      expect(keys.length).toBeGreaterThan(0)
      expect(words).not.toBe('')
    }
  })

  it('takes no letter while something is typed', () => {
    const inFields = bindings.filter((binding) => binding.inFields === true).flatMap(({ keys }) => keys)
    expect(inFields.filter(isSingle)).toEqual([])
  })
})

describe('a key is written as it stands on the keyboard', () => {
  it.each([
    ['a', false, 'A'],
    ['A', false, 'Shift A'],
    ['Mod+z', false, 'Ctrl Z'],
    ['Mod+z', true, '⌘ Z'],
    ['Alt+Shift+ArrowRight', false, 'Alt Shift →'],
    ['?', false, '?'],
  ])('%s', (key, isMac, words) => {
    expect(keyWords(key, isMac)).toBe(words)
  })
})
