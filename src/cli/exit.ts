/** What a command's exit code says. */
export const exitCodes = {
  /** All well. */
  done: 0,
  /** Some input failed; the rest is done. */
  someFailed: 1,
  /** Wrong usage. */
  usage: 2,
  /** The database can't be used. */
  database: 3,
  /** Stopped by the user (128 + SIGINT). */
  stopped: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command line was wrong; the message says how and what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}
