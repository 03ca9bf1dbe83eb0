/** What was typed as a number; left as it is where it is none, so that the form can say so. */
export function numberIn(text: string): number | string | null {
  const plain = text.replace(/[,\s\u202f\u00a0]/g, '')
  if (plain === '') return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : text
}
