import { signal } from '@preact/signals'
import { api } from '../../api/client.ts'
import { say, store } from '../../state/store.ts'
import { type Change, changeWords, newestOf, standingIn, withdrawalOf } from './changes.ts'

/*
 * Changes of the register as this page makes them. They are sent at once and not kept for later: what is merged with what
 * should be seen when it happens.
 */

type Made = Omit<Change, 'seen'>

const done = signal<readonly Made[]>([])
const undone = signal<readonly Made[]>([])

/** Changes actors; says in the status line what came of it. `true` where all was done. */
export async function change(...changes: readonly Change[]): Promise<boolean> {
  const isDone = await send(changes, changes.map(changeWords).join('; '))
  if (isDone) {
    done.value = [...done.peek(), ...changes]
    undone.value = []
  }
  return isDone
}

/** Takes back the change that this page made last. */
export async function undoChange(): Promise<void> {
  const last = done.peek().at(-1)
  if (last === undefined) {
    say('Nothing to undo')
    return
  }
  const history = await historyOf(last.actor)
  const standing = history && standingIn(history, last)
  if (history === undefined) return
  done.value = done.peek().slice(0, -1)
  if (standing === undefined) say(`Taken back already: ${changeWords(last)}`)
  else if (await send([withdrawalOf(history, standing)], `Undone: ${changeWords(last)}`)) {
    undone.value = [...undone.peek(), last]
  }
}

/** Does again what was undone last. */
export async function redoChange(): Promise<void> {
  const last = undone.peek().at(-1)
  if (last === undefined) {
    say('Nothing to do again')
    return
  }
  const history = await historyOf(last.actor)
  if (history === undefined) return
  if (await send([{ ...last, seen: newestOf(history, last.actor) }], `Done again: ${changeWords(last)}`)) {
    undone.value = undone.peek().slice(0, -1)
    done.value = [...done.peek(), last]
  }
}

async function historyOf(actor: string) {
  try {
    return (await api.actor(actor)).history
  } catch (error) {
    say(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

async function send(changes: readonly Change[], words: string): Promise<boolean> {
  try {
    const { outcome, reason } = await api.changeActors({ changes: [...changes] })
    void store.actors.load()
    if (outcome === 'decided') say(words)
    else if (outcome === 'conflict') say('Nothing was changed: somebody changed it meanwhile. This is how it is now.')
    else say(`Nothing was changed: ${reason}`)
    return outcome === 'decided'
  } catch (error) {
    say(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}
