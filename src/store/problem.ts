export type ProblemKind =
  | 'file'
  | 'schema'
  | 'document'
  | 'reading'
  | 'paragraph'
  | 'annotation'
  | 'run'
  | 'decision'
  | 'chain'

/** Something in the database that is not as it was written. */
export interface Problem {
  readonly kind: ProblemKind
  /** What is wrong and where, for a person. */
  readonly message: string
}

/** The problems that a check finds; where damage keeps it from being made, that is the problem. */
export function attempt(kind: ProblemKind, failure: string, check: () => Problem[]): Problem[] {
  try {
    return check()
  } catch (error) {
    return [{ kind, message: `${failure}: ${error instanceof Error ? error.message : String(error)}` }]
  }
}
