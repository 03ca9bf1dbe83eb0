import type { AnnotationRow, AnyAnnotation, FieldsOf, Layer } from '../model/index.ts'

/** Gold and predictions of one text. */
export interface ScoredText {
  /** Shown with errors: where the text stands. */
  readonly name: string
  readonly text: string
  readonly gold: readonly AnnotationRow[]
  readonly predicted: readonly AnyAnnotation[]
}

/** How often a figure was right: found with the named field right, over gold (recall) and over predictions (precision). */
export interface Figure {
  readonly name: string
  readonly hits: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** One thing that is not as in the gold. */
export interface ScoreError {
  readonly kind: 'missed' | 'spurious' | 'wrong'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly exact: string
  /** The field that is wrong; `null` for a missed or spurious annotation. */
  readonly field: string | null
  /** The rule that made it; `null` for a missed annotation. */
  readonly rule: string | null
  readonly gold: unknown
  readonly got: unknown
}

export interface LayerScore {
  readonly layer: Layer
  readonly gold: number
  readonly predicted: number
  readonly figures: readonly Figure[]
  readonly errors: readonly ScoreError[]
  /** By rule: how many annotations it made and how many of them were right in every scored field. */
  readonly rules: ReadonlyMap<string, { readonly made: number; readonly right: number }>
}

type SameFields<L extends Layer> = Readonly<Record<string, (gold: FieldsOf[L], got: FieldsOf[L]) => boolean>>
type Same = { readonly [L in Layer]: SameFields<L> }

/** Compares names of actors; the caller knows which names mean one actor. */
export type SameActor = (a: string | null, b: string | null) => boolean

/**
 * Scores predictions against gold, a layer at a time, over all texts together. A gold annotation is paired with the
 * prediction that overlaps it most, each at most once; white space does not count. A warning counts as found where at
 * least half of its sentence is covered.
 */
export function scorecard(texts: readonly ScoredText[], sameActor: SameActor): LayerScore[] {
  const same = sameFields(sameActor)
  return [
    scoreLayer('date', texts, same.date),
    scoreLayer('actor', texts, same.actor),
    scoreLayer('casualty', texts, same.casualty),
    scoreLayer('warning', texts, same.warning),
  ]
}

function sameFields(sameActor: SameActor): Same {
  const sameValue = (gold: FieldsOf['casualty'], got: FieldsOf['casualty']) =>
    gold.low === got.low && gold.high === got.high && gold.unit === got.unit
  return {
    date: { value: (gold, got) => gold.start === got.start && gold.end === got.end },
    actor: { name: (gold, got) => sameActor(gold.name, got.name), type: (gold, got) => gold.type === got.type },
    casualty: {
      value: sameValue,
      effect: (gold, got) => gold.effect === got.effect,
      'value+effect': (gold, got) => sameValue(gold, got) && gold.effect === got.effect,
      perpetrator: (gold, got) => sameActor(gold.perpetrator, got.perpetrator),
      source: (gold, got) => sameActor(gold.source, got.source),
      date: (gold, got) => gold.date?.start === got.date?.start && gold.date?.end === got.date?.end,
    },
    warning: {
      kind: (gold, got) => gold.kind === got.kind,
      harm: (gold, got) => gold.harm === got.harm,
      speaker: (gold, got) => sameActor(gold.speaker, got.speaker),
    },
  }
}

interface Placed<Row> {
  readonly row: Row
  /** Span counted in characters that are not white space. */
  readonly start: number
  readonly end: number
}

interface Pair {
  readonly gold: Placed<AnnotationRow>
  readonly got: Placed<AnyAnnotation>
}

function scoreLayer<L extends Layer>(layer: L, texts: readonly ScoredText[], same: SameFields<L>): LayerScore {
  const errors: ScoreError[] = []
  const hits = new Map<string, number>(['found', 'exact span', ...Object.keys(same)].map((name) => [name, 0]))
  const rules = new Map<string, { made: number; right: number }>()
  const hit = (name: string) => hits.set(name, (hits.get(name) ?? 0) + 1)
  let goldCount = 0
  let predictedCount = 0
  for (const { name: text, text: source, gold, predicted } of texts) {
    const place = placer(source)
    const ours = gold.filter((row) => row.layer === layer).map(place)
    const theirs = predicted.filter((row) => row.layer === layer).map(place)
    goldCount += ours.length
    predictedCount += theirs.length
    const pairs = pairUp(layer, ours, theirs)
    const pairOf = new Map(pairs.map((pair) => [pair.got, pair]))
    const foundGold = new Set(pairs.map((pair) => pair.gold))
    for (const { row } of ours.filter((one) => !foundGold.has(one))) {
      errors.push({ ...errorAt(text, row), kind: 'missed', field: null, rule: null, gold: row.fields, got: null })
    }
    for (const got of theirs) {
      const counted = rules.get(got.row.rule) ?? { made: 0, right: 0 }
      rules.set(got.row.rule, counted)
      counted.made++
      const pair = pairOf.get(got)
      if (pair === undefined) {
        const { row } = got
        errors.push({
          ...errorAt(text, row),
          kind: 'spurious',
          field: null,
          rule: row.rule,
          gold: null,
          got: row.fields,
        })
        continue
      }
      hit('found')
      if (pair.gold.start === got.start && pair.gold.end === got.end) hit('exact span')
      let isRight = true
      for (const [field, test] of Object.entries(same)) {
        const gold = pair.gold.row.fields as FieldsOf[L]
        if (test(gold, got.row.fields as FieldsOf[L])) hit(field)
        else {
          isRight = false
          errors.push({
            ...errorAt(text, got.row),
            kind: 'wrong',
            field,
            rule: got.row.rule,
            gold,
            got: got.row.fields,
          })
        }
      }
      if (isRight) counted.right++
    }
  }
  const figures = [...hits].map(([name, count]) => figureOf(name, count, goldCount, predictedCount))
  return { layer, gold: goldCount, predicted: predictedCount, figures, errors, rules }
}

function errorAt(text: string, row: AnnotationRow | AnyAnnotation) {
  return { text, start: row.start, end: row.end, exact: row.exact.replace(/\s+/g, ' ') }
}

function figureOf(name: string, hits: number, gold: number, predicted: number): Figure {
  const precision = predicted === 0 ? 0 : hits / predicted
  const recall = gold === 0 ? 0 : hits / gold
  return {
    name,
    hits,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** Places rows in the text without its white space. */
function placer(text: string): <Row extends AnnotationRow | AnyAnnotation>(row: Row) => Placed<Row> {
  const dense = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) dense[i + 1] = (dense[i] ?? 0) + (/\s/.test(text.charAt(i)) ? 0 : 1)
  return (row) => ({ row, start: dense[row.start] ?? 0, end: dense[row.end] ?? 0 })
}

function pairUp(layer: Layer, gold: readonly Placed<AnnotationRow>[], got: readonly Placed<AnyAnnotation>[]): Pair[] {
  const candidates: (Pair & { readonly share: number })[] = []
  for (const ours of gold) {
    for (const theirs of got) {
      const overlap = Math.min(ours.end, theirs.end) - Math.max(ours.start, theirs.start)
      if (overlap <= 0 || (layer === 'warning' && overlap < (ours.end - ours.start) / 2)) continue
      const share = overlap / Math.max(ours.end - ours.start, theirs.end - theirs.start)
      candidates.push({ gold: ours, got: theirs, share })
    }
  }
  candidates.sort((a, b) => b.share - a.share)
  const taken = new Set<Placed<AnnotationRow> | Placed<AnyAnnotation>>()
  return candidates.filter((pair) => {
    if (taken.has(pair.gold) || taken.has(pair.got)) return false
    taken.add(pair.gold).add(pair.got)
    return true
  })
}
