import type { Element, Nodes } from 'hast'

/** Elements that hold nothing that a reader of the page sees as text. */
const unseen = new Set(
  'script style noscript template svg math iframe object embed canvas audio video img picture source track map area head title meta link base input textarea select option datalist progress meter col colgroup'.split(
    ' ',
  ),
)

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr caption ul'.split(
    ' ',
  ),
)

/** Whether no reader of the page sees an element. */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName) || element.properties.hidden === true) return true
  if (
    /\b(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|element-invisible|mw-editsection)\b/.test(
      property(element, 'className') ?? '',
    )
  )
    return true
  const style = property(element, 'style')
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

/** Whether an element stands on lines of its own. */
export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && blocks.has(node.tagName)
}

/** The level of a heading, 1 to 6, or `null` for any other element. */
export function headingDepth(element: Element): 1 | 2 | 3 | 4 | 5 | 6 | null {
  const depths = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const
  return depths[element.tagName as keyof typeof depths] ?? null
}

/** A property of an element as text; lists are joined by spaces. */
export function property(element: Element, name: string): string | null {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** Text that a reader of the page sees in a node, white space as it stands. */
export function seenText(node: Nodes): string {
  const texts: string[] = []
  const collect = (inner: Nodes): void => {
    if (inner.type === 'text') texts.push(inner.value)
    else if (inner.type === 'element' && isUnseen(inner)) return
    else if ('children' in inner) for (const child of inner.children) collect(child)
  }
  collect(node)
  return texts.join('')
}

/** The text right inside of an element that the page itself does not show, a title or script. */
export function textIn(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

/** The elements below a node, in the order of the page, those that nobody sees included. */
export function* elementsBelow(node: Nodes): Generator<Element> {
  if (!('children' in node)) return
  const stack: Nodes[] = [...node.children].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'element') yield next
    if ('children' in next)
      for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at] as Nodes)
  }
}
