import type { Connection } from '../state/store.ts'

/** "1 decision", "1,204 decisions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** A number with its thousands apart. */
export function grouped(number: number): string {
  return number.toLocaleString('en')
}

/** Whether what was decided is saved, or waits. */
export function waitingWords(connection: Connection, waiting: number): string {
  if (connection === 'connecting') return 'Connecting …'
  const wait = waiting === 1 ? 'waits' : 'wait'
  if (connection === 'signed-out') {
    const rest = waiting === 0 ? '' : `; ${counted(waiting, 'decision')} ${wait} here`
    return `Signed out: open the link that “tocsin review” printed${rest}`
  }
  if (connection === 'offline') {
    return waiting === 0 ? 'Offline' : `Offline: ${counted(waiting, 'decision')} ${wait} and will be sent`
  }
  return waiting === 0 ? 'All saved' : `Saving ${counted(waiting, 'decision')} …`
}

/** How much a reviewer did and how fast. */
export function paceWords(decisions: number, medianMilliseconds: number | null): string {
  if (decisions === 0) return ''
  const made = counted(decisions, 'decision')
  return medianMilliseconds === null ? made : `${made}, ${durationWords(medianMilliseconds)} each`
}

/** A duration as people say it: "0.8 s", "12 s", "3 min". */
export function durationWords(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`
}

/** An instant as people write it, in their own time. */
export function dayAndTime(instant: string): string {
  return new Date(instant).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}

/** A code of the codebook as words: "armed-group" is "armed group". */
export function codeWords(code: string): string {
  return code.replaceAll('-', ' ')
}
