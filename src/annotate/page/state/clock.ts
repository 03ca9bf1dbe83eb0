/** How long the reviewer has looked at what is in focus; time in which the page is hidden does not count. */
export class Clock {
  #subject: string | null = null
  #since = 0
  #before = 0
  #isRunning = false
  readonly #now: () => number

  /** @param now milliseconds of any monotonic clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Starts anew where the subject is another one. */
  lookAt(subject: string | null): void {
    if (subject === this.#subject) return
    this.#subject = subject
    this.#before = 0
    this.#since = this.#now()
    this.#isRunning = true
  }

  pause(): void {
    if (!this.#isRunning) return
    this.#before += this.#now() - this.#since
    this.#isRunning = false
  }

  resume(): void {
    if (this.#isRunning) return
    this.#since = this.#now()
    this.#isRunning = true
  }

  /** Whole milliseconds, `null` where nothing is looked at or so long that the reviewer was elsewhere. */
  looked(): number | null {
    if (this.#subject === null) return null
    const sum = Math.round(this.#before + (this.#isRunning ? this.#now() - this.#since : 0))
    return sum > longest ? null : sum
  }
}

/** Who takes longer was not looking all the time. */
const longest = 15 * 60_000

/** The clock of this page. */
export const clock = new Clock()

/** Stops the clock while the page is hidden. */
export function watchVisibility(): void {
  document.addEventListener('visibilitychange', () => (document.hidden ? clock.pause() : clock.resume()))
}
