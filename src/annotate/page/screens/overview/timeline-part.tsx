import { useEffect, useRef, useState } from 'preact/hooks'
import { routeOf } from '../../addresses.ts'
import { counted } from '../../parts/words.ts'
import { go } from '../../route.ts'
import { claimPoints, type TimedClaim, type TimedWarning, warningPoints } from './timeline.ts'
import { TimelineTable } from './timeline-table.tsx'

interface TimelinePartProps {
  readonly claims: readonly TimedClaim[]
  readonly warnings: readonly TimedWarning[]
}

/** Warnings above the harm that people came to, over time; each point leads into the text. */
export function TimelinePart({ claims, warnings }: TimelinePartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  useEffect(() => {
    const target = frame.current
    if (target === null || width === 0) return
    const [harms, warned] = [claimPoints(claims), warningPoints(warnings, claims)]
    const times = [...harms, ...warned].flatMap(({ start, end }) => [start.getTime(), end.getTime()])
    const [from, to] = [new Date(Math.min(...times)), new Date(Math.max(...times))]
    let isGone = false
    // The plots are large and only needed here.
    void import('./timeline-plot.ts').then(({ drawClaims, drawWarnings }) => {
      if (isGone) return
      const space = { width, from, to }
      target.replaceChildren(
        ...(warned.length === 0 ? [] : [drawWarnings(warned, space)]),
        ...(harms.length === 0 ? [] : [drawClaims(harms, space)]),
      )
    })
    return () => {
      isGone = true
    }
  }, [claims, warnings, width])
  if (claims.length + warnings.length === 0) return <p class="quiet">Nothing here has a date.</p>
  return (
    <>
      <p class="quiet timeline-key">
        {counted(warnings.length, 'warning')} (◆) above {counted(claims.length, 'claim')}: ● killed, ▲ driven away, ■
        other harm. Filled where a reviewer confirmed it. A dotted line leads from a warning to the next harm of its
        kind within a year in the same report; ↑ is “or more”.
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked */}
      <div
        class="timeline"
        ref={frame}
        onClick={(event) => {
          const address = event.target instanceof Element ? addressIn(event.target) : null
          if (address === null || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          go(routeOf(address))
        }}
      />
      <TimelineTable claims={claims} warnings={warnings} />
    </>
  )
}

/** Where a link in a drawing leads. */
function addressIn(target: Element): string | null {
  const link = target.closest('a')
  return link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? null
}

function useWidth(of: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (of.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(of.current)
    return () => observer.disconnect()
  }, [of])
  return width
}
