import type { Element, Nodes, Root } from 'hast'
import { elementsBelow, headingDepth, isBlock, isUnseen, property, seenText, textIn } from './elements.ts'
import type { Notes } from './notes.ts'

/** What of a page is its text. */
export interface Content {
  /** The element that holds the text, or `null` if no single one does: then all that is no furniture is text. */
  readonly main: Element | null
  /** Elements that are no text, whatever is inside: navigation, notices, forms, related links. */
  readonly furniture: ReadonlySet<Element>
  /** Titles that stand outside of `main`. */
  readonly titles: ReadonlySet<Element>
}

const furnitureTags = new Set(['nav', 'form', 'dialog', 'menu', 'search', 'button'])
const furnitureRoles = new Set(
  'navigation banner contentinfo search complementary dialog alertdialog alert menu menubar toolbar tablist'.split(' '),
)
/** Words in classes and ids that say what an element is for. */
const furnitureWords = new Set(
  'cookie cookies consent gdpr nav navbar navigation menu breadcrumb breadcrumbs sidebar share sharing sharedaddy social related recommended recommendations newsletter subscribe subscription signup promo promoted advert advertisement ad ads sponsored popup modal comments disqus footer masthead toolbar pagination pager skip trending popular tags'.split(
    ' ',
  ),
)
const furnitureHeading =
  /^(?:related\b.*|read more\b.*|more (?:on|from|stories|news)\b.*|see also|most (?:read|popular|viewed)\b.*|share\b.*|you (?:may|might) (?:also )?(?:like|be interested).*|subscribe\b.*|sign up\b.*|newsletter|follow us.*|(?:\d+ )?comments?|leave a (?:reply|comment)|recommended\b.*|trending\b.*|latest news|navigation|menu|tags|topics)$/i
const sourcesHeading =
  /\b(?:references|bibliography|sources|notes|footnotes|endnotes|documents|works cited|further reading)\b/i

/** So much of the page's prose in an element, and no class or tag makes furniture of it. */
const tooMuch = { tag: 0.5, word: 0.3, section: 0.2 }
/** So much of the page's prose makes an `article` or `main` the text. */
const enough = 0.6
/** A block of so many characters is prose. */
const proseLength = 80

interface Weight {
  readonly text: number
  readonly linked: number
  readonly links: number
  readonly prose: number
}

/**
 * Finds a page's text: by `article` and `main` where they hold most of the prose; furniture by its element, role,
 * class or heading, or because it is nothing but links. What holds much of the prose is never furniture: pages wrap
 * all that they have in a form or in a "modal".
 */
export function contentOf(tree: Root, { notes, markers }: Notes): Content {
  const weights = weigh(tree)
  const body = [...elementsBelow(tree)].find(({ tagName }) => tagName === 'body')
  if (body === undefined) return { main: null, furniture: new Set(), titles: new Set() }
  const all = weights.get(body)?.prose ?? 0
  const shareOf = (element: Element) => (all === 0 ? 0 : (weights.get(element)?.prose ?? 0) / all)
  const furniture = new Set<Element>()
  const mark = (element: Element, isInText: boolean): void => {
    if (notes.has(element) || headingDepth(element) !== null) return
    if (isFurniture(element, isInText, shareOf(element), weights.get(element))) {
      furniture.add(element)
      return
    }
    const isText = isInText || element.tagName === 'article' || element.tagName === 'main'
    let section: 'sources' | 'furniture' | null = null
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (headingDepth(child) !== null) {
        section = sectionOf(child)
        if (section === 'furniture' && shareOfSection(element, child, shareOf) < tooMuch.section) furniture.add(child)
        else if (section === 'furniture') section = null
      } else if (section === 'furniture' && ![...elementsBelow(child)].some((inner) => notes.has(inner))) {
        furniture.add(child)
      } else if (section === 'sources' && /^(?:ul|ol)$/.test(child.tagName)) {
      } else mark(child, isText)
    }
  }
  mark(body, false)
  for (const marker of markers.keys()) furniture.delete(marker)
  const main = mainOf(body, shareOf)
  return { main, furniture, titles: titlesOf(tree, body) }
}

function isFurniture(element: Element, isInText: boolean, share: number, weight: Weight | undefined): boolean {
  const { tagName } = element
  if (['body', 'main', 'article'].includes(tagName) || weight === undefined) return false
  const isByTag =
    furnitureTags.has(tagName) ||
    furnitureRoles.has(property(element, 'role') ?? '') ||
    (!isInText && ['header', 'footer', 'aside'].includes(tagName))
  if (isByTag && share <= tooMuch.tag && !holdsTitle(element)) return true
  if (!isBlock(element)) return false
  if (wordsOf(element).some((word) => furnitureWords.has(word)) && share <= tooMuch.word && !holdsTitle(element)) {
    return true
  }
  const isList = ['ul', 'ol', 'div', 'section', 'aside', 'table', 'dl', 'footer'].includes(tagName)
  return isList && weight.links >= 3 && weight.prose === 0 && weight.linked > weight.text * 0.7
}

/** A page's own header that holds the title is looked into. */
function holdsTitle(element: Element): boolean {
  return element.tagName === 'header' && [...elementsBelow(element)].some(({ tagName }) => tagName === 'h1')
}

function wordsOf(element: Element): string[] {
  const names = `${property(element, 'className') ?? ''} ${property(element, 'id') ?? ''}`
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
}

function sectionOf(heading: Element): 'sources' | 'furniture' | null {
  const text = seenText(heading).replace(/\s+/g, ' ').trim()
  if (furnitureHeading.test(text)) return 'furniture'
  return sourcesHeading.test(text) ? 'sources' : null
}

/** Share of the prose between a heading and the next in the same element. */
function shareOfSection(parent: Element, heading: Element, shareOf: (element: Element) => number): number {
  let share = 0
  for (const child of parent.children.slice(parent.children.indexOf(heading) + 1)) {
    if (child.type !== 'element') continue
    if (headingDepth(child) !== null) break
    share += shareOf(child)
  }
  return share
}

function mainOf(body: Element, shareOf: (element: Element) => number): Element | null {
  const candidates = [...elementsBelow(body)].filter(
    (element) => element.tagName === 'article' || element.tagName === 'main' || property(element, 'role') === 'main',
  )
  const large = candidates.filter((element) => shareOf(element) >= enough)
  // The innermost that still holds enough.
  return large.at(-1) ?? null
}

function titlesOf(tree: Root, body: Element): Set<Element> {
  const title = [...elementsBelow(tree)].find(({ tagName }) => tagName === 'title')
  const written = title === undefined ? '' : textIn(title).replace(/\s+/g, ' ').trim()
  const heads = [...elementsBelow(body)].filter(({ tagName }) => tagName === 'h1')
  return new Set(
    heads.filter((head) => {
      const text = seenText(head).replace(/\s+/g, ' ').trim()
      return text !== '' && written.startsWith(text)
    }),
  )
}

/** How much text, linked text and prose each element holds. */
function weigh(tree: Root): Map<Element, Weight> {
  const weights = new Map<Element, Weight>()
  // Inline text counts for the block around it; whether it is prose shows when that block ends.
  const visit = (
    node: Nodes,
    isLinked: boolean,
  ): Weight & { readonly inline: number; readonly inlineLinked: number } => {
    if (node.type === 'text') {
      const text = node.value.replace(/\s+/g, ' ').trim().length
      const linked = isLinked ? text : 0
      return { text, linked, links: 0, prose: 0, inline: text, inlineLinked: linked }
    }
    if (!('children' in node) || (node.type === 'element' && isUnseen(node))) {
      return { text: 0, linked: 0, links: 0, prose: 0, inline: 0, inlineLinked: 0 }
    }
    const isLink = node.type === 'element' && node.tagName === 'a' && property(node, 'href') !== null
    const sum = { text: 0, linked: 0, links: isLink ? 1 : 0, prose: 0, inline: 0, inlineLinked: 0 }
    for (const child of node.children) {
      const weight = visit(child, isLinked || isLink)
      for (const key of ['text', 'linked', 'links', 'prose', 'inline', 'inlineLinked'] as const) sum[key] += weight[key]
    }
    if (isBlock(node)) {
      if (sum.inline >= proseLength && sum.inlineLinked < sum.inline / 2) sum.prose += sum.inline
      sum.inline = 0
      sum.inlineLinked = 0
    }
    if (node.type === 'element') weights.set(node, sum)
    return sum
  }
  visit(tree, false)
  return weights
}
