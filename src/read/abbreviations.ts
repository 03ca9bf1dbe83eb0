const longest = 16
const form = /^[\p{L}\d][\p{L}\d./&-]+$/u

/** Whether a text is nothing but an abbreviation, "AU", "EUFOR-RCA", "FARDC": most of its letters are capitals. */
export function isAbbreviation(text: string): boolean {
  if (text.length > longest || !form.test(text)) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 2 && capitals > letters / 2
}
