// natural's own types cover its root only, which takes a second to load; we import the parts that we need.
declare module 'natural/lib/natural/inflectors/noun_inflector.js' {
  export default class NounInflector {
    pluralize(noun: string): string
    singularize(noun: string): string
  }
}
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Similarity from 0 to 1. */
  export default function jaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
