import { dot, gridY, link, plot, ruleX, text } from '@observablehq/plot'
import { type State, warningKinds } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { summaryOf } from '../../parts/fields.ts'
import { codeWords } from '../../parts/words.ts'
import { type ClaimPoint, leadWords, type TimedClaim, type TimedWarning, type WarningPoint } from './timeline.ts'

type Drawn = ReturnType<typeof plot>

interface Frame {
  /** In pixels. */
  readonly width: number
  readonly from: Date
  readonly to: Date
}

const margins = { marginLeft: 96, marginRight: 20 }

/** Warnings by kind, each with a line to the next harm of the kind that it spoke of. */
export function drawWarnings(points: readonly WarningPoint[], { width, from, to }: Frame): Drawn {
  return styled(
    plot({
      ...margins,
      className: 'timeline-plot',
      ariaLabel: 'Warnings over time',
      width,
      height: 40 + 30 * warningKinds.length,
      marginBottom: 10,
      x: { type: 'utc', domain: [from, to], axis: null },
      y: { type: 'point', domain: [...warningKinds], label: null, tickSize: 0, tickFormat: codeWords },
      marks: [
        gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
        link(
          points.filter(({ next }) => next !== null),
          {
            x1: 'start',
            x2: ({ next }: WarningPoint) => next?.at,
            y1: kindOf,
            y2: kindOf,
            stroke: 'var(--warning)',
            strokeDasharray: '2 3',
            ariaHidden: 'true',
          },
        ),
        link(points, {
          x1: 'start',
          x2: 'end',
          y1: kindOf,
          y2: kindOf,
          stroke: 'var(--warning)',
          strokeWidth: 5,
          ariaHidden: 'true',
        }),
        dot(points, {
          x: 'start',
          y: kindOf,
          r: 5,
          symbol: 'diamond',
          stroke: 'var(--warning)',
          strokeWidth: 2,
          fill: ({ warning }: WarningPoint) => fillOf(warning.state, 'var(--warning)'),
          href: ({ warning }: WarningPoint) => addressIn(warning),
          title: warningWords,
          ariaLabel: warningWords,
        }),
      ],
    }),
  )
}

/** Claims by how many they count, each over the days and the range that its words allow. */
export function drawClaims(points: readonly ClaimPoint[], { width, from, to }: Frame): Drawn {
  const colour = 'var(--casualty)'
  const most = Math.max(10, ...points.map(({ high }) => high))
  const powers = Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, power) => 10 ** power)
  return styled(
    plot({
      ...margins,
      className: 'timeline-plot',
      ariaLabel: 'Casualty claims over time',
      width,
      height: 360,
      x: { type: 'utc', domain: [from, to], label: null },
      y: {
        type: 'log',
        domain: [1, most],
        label: 'people',
        ticks: powers,
        tickFormat: (count: number) => count.toLocaleString('en'),
      },
      marks: [
        gridY(powers, { stroke: 'var(--line)', strokeOpacity: 1 }),
        link(points, {
          x1: 'start',
          x2: 'end',
          y1: 'low',
          y2: 'low',
          stroke: colour,
          strokeOpacity: 0.55,
          ariaHidden: 'true',
        }),
        ruleX(points, { x: 'start', y1: 'low', y2: 'high', stroke: colour, strokeWidth: 2, ariaHidden: 'true' }),
        text(
          points.filter(({ isOpen }) => isOpen),
          { x: 'start', y: 'high', text: () => '↑', dy: -11, fill: colour, ariaHidden: 'true' },
        ),
        dot(points, {
          x: 'start',
          y: 'low',
          r: 4,
          symbol: ({ claim }: ClaimPoint) => symbolOf(claim),
          stroke: colour,
          strokeWidth: 1.5,
          fill: ({ claim }: ClaimPoint) => fillOf(claim.state, colour),
          href: ({ claim }: ClaimPoint) => addressIn(claim),
          title: ({ claim }: ClaimPoint) => claimWords(claim),
          ariaLabel: ({ claim }: ClaimPoint) => claimWords(claim),
        }),
      ],
      symbol: { type: 'identity' },
    }),
  )
}

/** Plot brings a style element, which the page's policy keeps out; what it says stands in the style sheet. */
function styled(drawn: Drawn): Drawn {
  for (const style of drawn.querySelectorAll('style')) style.remove()
  return drawn
}

function fillOf(state: State, colour: string): string {
  return state === 'pending' ? 'var(--paper)' : colour
}

/** Deaths are circles, flight triangles, all else squares. */
function symbolOf({ fields }: TimedClaim): string {
  if (fields.effect === 'killed') return 'circle'
  return ['displaced', 'refugees', 'evacuated'].includes(fields.effect) ? 'triangle' : 'square'
}

function kindOf({ warning }: WarningPoint): string {
  return warning.fields.kind
}

function addressIn({ document, id }: TimedClaim | TimedWarning): string {
  return addressOf({ screen: 'document', document, annotation: id })
}

function claimWords({ fields }: TimedClaim): string {
  return summaryOf({ layer: 'casualty', fields } as ApiAnnotation)
}

function warningWords({ warning, next }: WarningPoint): string {
  const words = summaryOf({ layer: 'warning', fields: warning.fields } as ApiAnnotation)
  if (next === null) return words
  return `${words}; ${leadWords(next)} before ${claimWords(next.claim)}`
}
