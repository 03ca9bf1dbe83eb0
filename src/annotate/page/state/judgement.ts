import type { Verdict } from '../../../model/index.ts'
import type { ApiAnnotation } from '../../server/schemas.ts'

/** What is decided on an annotation. */
export interface Choice {
  /** As it is shown. */
  readonly annotation: ApiAnnotation
  readonly verdict: Exclude<Verdict, 'withdraw'>
  /** The annotation as corrected; only where the verdict is `correct`. */
  readonly corrected?: ApiAnnotation
  readonly note?: string | null
  /** The version that it was drafted on, where somebody else decided meanwhile: the server then asks for a merge. */
  readonly draftedOn?: number | undefined
}

/**
 * What accepting or rejecting an annotation comes to; `null` where the reviewer said so already. To accept what another
 * corrected is to correct it in the same way: their words hold, not the machine's.
 */
export function judgement(annotation: ApiAnnotation, verdict: 'accept' | 'reject', reviewer: string): Choice | null {
  const { state, decision } = annotation
  const isMine = decision?.reviewer === reviewer
  if (verdict === 'reject') return state === 'rejected' && isMine ? null : { annotation, verdict }
  if (state === 'corrected') return isMine ? null : { annotation, verdict: 'correct', corrected: annotation }
  return state === 'accepted' && isMine ? null : { annotation, verdict }
}
