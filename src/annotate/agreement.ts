/** How far two values of a field are apart: 0 where they are equal. */
export type Difference<T> = (a: T, b: T) => number

/** The values that coders gave one unit; a coder who gave none is left out. */
export type Unit<T> = readonly T[]

/** Values that are the same or not, compared as canonical JSON would be: of one layer's field they are equal in form. */
export function nominal(a: unknown, b: unknown): number {
  return JSON.stringify(a) === JSON.stringify(b) ? 0 : 1
}

/** Counts of people: 10 and 20 are as far apart as 1,000 and 2,000. A bound left open is as far from any number as can be. */
export function ratio(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : 1
  return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
}

/**
 * Krippendorff's alpha: 1 is perfect agreement, 0 what chance would give. It admits any number of coders and missing
 * values.
 *
 * @returns `null` where no unit has two values, or where all values are the same and chance cannot be told
 * @see Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), https://repository.upenn.edu/asc_papers/43
 */
export function krippendorffAlpha<T>(units: readonly Unit<T>[], difference: Difference<T>): number | null {
  const values = new Map<string, { value: T; count: number }>()
  let observed = 0
  let pairable = 0
  for (const unit of units) {
    if (unit.length < 2) continue
    pairable += unit.length
    for (const [place, value] of unit.entries()) {
      const key = JSON.stringify(value)
      values.set(key, { value, count: (values.get(key)?.count ?? 0) + 1 })
      // Each pair counts both ways.
      for (const other of unit.slice(place + 1)) observed += (2 * difference(value, other)) / (unit.length - 1)
    }
  }
  const distinct = [...values.values()]
  let expected = 0
  for (const [place, a] of distinct.entries()) {
    for (const b of distinct.slice(place + 1)) expected += 2 * a.count * b.count * difference(a.value, b.value)
  }
  return expected === 0 ? null : 1 - ((pairable - 1) * observed) / expected
}

/** How many spans two coders hold, each and both, and their F1; `null` where neither holds any. */
export function spanAgreement(first: ReadonlySet<string>, second: ReadonlySet<string>) {
  const both = [...first].filter((span) => second.has(span)).length
  const all = first.size + second.size
  return { both, first: first.size, second: second.size, f1: all === 0 ? null : (2 * both) / all }
}
