import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Binding, type Command, commandsOf, isSingle } from './table.ts'

/** What commands do; `false` says that there was nothing to do, so that the browser has the key. */
export type Commands = Partial<Record<Command, () => unknown>>

/** One layer of commands: a dialog lies over the screen, the screen over what works everywhere. */
interface Layer {
  readonly commands: () => Commands
  /** Whether what lies below is out of reach. */
  readonly isModal: boolean
}

const layers: Layer[] = []

const settingName = 'tocsin.single-keys'

/** Whether keys that write a character do anything: who dictates or has tremor may switch them off (WCAG 2.1.4). */
export const singleKeys = signal(localStorage.getItem(settingName) !== 'off')

export function setSingleKeys(isOn: boolean): void {
  singleKeys.value = isOn
  localStorage.setItem(settingName, isOn ? 'on' : 'off')
}

/**
 * Says what commands do while the component is there; `isBase` is for what lies under every screen, whose effects run
 * before those of what they stand in.
 */
export function useCommands(commands: Commands, { isModal = false, isBase = false } = {}): void {
  const newest = useRef(commands)
  newest.current = commands
  useEffect(() => {
    const layer: Layer = { commands: () => newest.current, isModal }
    if (isBase) layers.unshift(layer)
    else layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [isModal, isBase])
}

/** Does what a command does here; `false` where nothing. */
export function run(command: Command): boolean {
  const action = actionOf(command)
  return action !== undefined && action() !== false
}

/** Whether a command does anything here. */
export function isAvailable(command: Command): boolean {
  return actionOf(command) !== undefined
}

/** Lets the keys of the table work. */
export function bindKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const isTyping = event.target instanceof Element && event.target.closest(fields) !== null
    const isOnControl = event.target instanceof Element && event.target.closest(controls) !== null
    for (const binding of commandsOf(event)) {
      if (isTyping && binding.inFields !== true) continue
      if (isOnControl && controlKeys.has(event.key) && !event.ctrlKey && !event.metaKey) continue
      if (!singleKeys.peek() && pressedSingle(binding, event)) continue
      if (!run(binding.command)) continue
      event.preventDefault()
      return
    }
  })
}

/** Where keys are text. */
const fields = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]'

/** Where some keys already mean something. */
const controls = 'button, a, summary, input, [role=option], dialog'
const controlKeys = new Set(['Enter', ' '])

function pressedSingle(binding: Binding, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && binding.keys.includes(key) && isSingle(key)
}

function actionOf(command: Command): (() => unknown) | undefined {
  for (const { commands, isModal } of layers.toReversed()) {
    const action = commands()[command]
    if (action !== undefined) return action
    if (isModal) return undefined
  }
  return undefined
}
