/** How good an agreement is held to be. */
export type Strength = 'good' | 'fair' | 'poor' | 'unknown'

/**
 * How good an alpha is held to be: from 0.8 on conclusions may rest on it, from 0.667 on tentative ones.
 *
 * @see Krippendorff, Content Analysis (2004), p. 241
 */
export function strengthOf(alpha: number | null): Strength {
  if (alpha === null) return 'unknown'
  return alpha >= 0.8 ? 'good' : alpha >= 0.667 ? 'fair' : 'poor'
}

export const strengthWords: Readonly<Record<Strength, string>> = {
  good: 'reliable',
  fair: 'tentative',
  poor: 'not reliable',
  unknown: 'all the same',
}

/** A figure from -1 to 1 with two decimals. */
export function figureWords(figure: number | null): string {
  return figure === null ? '–' : figure.toFixed(2)
}
