import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { layers } from '../../../../model/index.ts'
import { binsOf, paragraphAt, startsOf } from './minimap-bins.ts'
import type { Reading } from './reading.ts'

/** The whole document at a glance: a column a layer, filled where something is undecided, hollow where it is decided. */
export function Minimap({ reading }: { reading: Reading }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const starts = useMemo(() => startsOf(reading.paragraphs), [reading])
  useEffect(() => keepDrawn(canvas.current, reading, starts), [reading, starts])
  useEffect(() => keepViewShown(view.current, starts), [starts])
  const jump = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const box = canvas.current?.getBoundingClientRect()
    if (box === undefined) return
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height))
    const paragraph = paragraphAt(starts, share)
    document.querySelector(`.text [data-paragraph="${paragraph}"]`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <div class="minimap" aria-hidden="true" onPointerDown={jump} onPointerMove={jump}>
      <canvas ref={canvas} />
      {layers.map((layer) => (
        <i key={layer} data-layer={layer} />
      ))}
      <div class="minimap-view" ref={view} />
    </div>
  )
}

/** Height of a stretch on the map, in CSS pixels. */
const stretch = 4

function keepDrawn(canvas: HTMLCanvasElement | null, reading: Reading, starts: readonly number[]) {
  if (canvas === null) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => draw(canvas, reading, starts), 120)
  }
  const end = effect(() => {
    reading.changes.value
    reading.order.value
    later()
  })
  const sizes = new ResizeObserver(later)
  sizes.observe(canvas)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', later)
  const themes = new MutationObserver(later)
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    clearTimeout(timer)
    end()
    sizes.disconnect()
    themes.disconnect()
    scheme.removeEventListener('change', later)
  }
}

function draw(canvas: HTMLCanvasElement, reading: Reading, starts: readonly number[]): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (context === null || width === 0 || height === 0) return
  const scale = devicePixelRatio
  canvas.width = width * scale
  canvas.height = height * scale
  context.scale(scale, scale)
  // A colour that depends on the scheme is told by an element that has it.
  const colours = new Map(
    layers.map((layer) => {
      const swatch = canvas.parentElement?.querySelector(`[data-layer="${layer}"]`)
      return [layer, swatch ? getComputedStyle(swatch).color : 'gray']
    }),
  )
  const count = Math.max(1, Math.floor(height / stretch))
  const annotations = reading.order.peek().flatMap((id) => reading.annotation(id) ?? [])
  const column = width / layers.length
  for (const { layer, bin, pending, decided } of binsOf(annotations, starts, count)) {
    const left = layers.indexOf(layer) * column + 1
    const share = Math.min(1, 0.35 + (pending + decided) / 6)
    const box = [left, (bin / count) * height, (column - 2) * share, stretch - 1] as const
    // What is decided stays as a faint line, so that what is left stands out.
    context.globalAlpha = pending > 0 ? 1 : 0.3
    context.fillStyle = colours.get(layer) ?? 'gray'
    context.fillRect(...box)
  }
}

function keepViewShown(view: HTMLElement | null, starts: readonly number[]) {
  if (view === null) return undefined
  let isDue = false
  const show = () => {
    isDue = false
    const [first, last] = [paragraphSeenAt(innerHeight * 0.15), paragraphSeenAt(innerHeight * 0.9)]
    const length = starts.at(-1) ?? 1
    const top = (starts[first ?? 0] ?? 0) / length
    const bottom = (starts[(last ?? first ?? 0) + 1] ?? length) / length
    view.style.top = `${top * 100}%`
    view.style.height = `${Math.max(0.01, bottom - top) * 100}%`
  }
  const later = () => {
    if (!isDue) requestAnimationFrame(show)
    isDue = true
  }
  addEventListener('scroll', later, { passive: true })
  addEventListener('resize', later)
  later()
  return () => {
    removeEventListener('scroll', later)
    removeEventListener('resize', later)
  }
}

/** The paragraph that is seen at a height of the window. */
function paragraphSeenAt(height: number): number | undefined {
  const column = document.querySelector('.text')?.getBoundingClientRect()
  if (column === undefined) return undefined
  for (let at = height; at < innerHeight && at < height + 80; at += 10) {
    const found = document
      .elementFromPoint(column.left + column.width / 2, at)
      ?.closest<HTMLElement>('[data-paragraph]')
    if (found != null) return Number(found.dataset.paragraph)
  }
  return undefined
}
