import type { Element, Root } from 'hast'
import { type Metadata, metadataSchema } from '../../model/index.ts'
import { elementsBelow, property, textIn } from './elements.ts'

/** Names of `meta` elements for each field, best first: Open Graph, Dublin Core, Highwire, and what news sites use. */
const metaNames = {
  title: ['og:title', 'citation_title', 'dcterms.title', 'dc.title', 'twitter:title'],
  publisher: ['og:site_name', 'citation_publisher', 'dcterms.publisher', 'dc.publisher', 'publisher'],
  published: [
    'article:published_time',
    'citation_publication_date',
    'dcterms.issued',
    'dcterms.date',
    'dc.date.issued',
    'dc.date',
    'datepublished',
    'pubdate',
    'publish-date',
    'publish_date',
    'parsely-pub-date',
    'date',
  ],
  language: ['dcterms.language', 'dc.language', 'content-language', 'og:locale'],
  url: ['og:url', 'dcterms.identifier'],
  licence: ['dcterms.license', 'dcterms.rights', 'dc.rights', 'copyright'],
} as const

type Field = keyof typeof metaNames

/** What a page's JSON-LD calls each field. */
const linkedNames: Readonly<Record<Field, string>> = {
  title: 'headline',
  publisher: 'publisher',
  published: 'datePublished',
  language: 'inLanguage',
  url: 'url',
  licence: 'license',
}

/**
 * Metadata in the head of a page: JSON-LD of the article, Open Graph and other `meta` elements, canonical link, title,
 * language. What can't be used (a date in words, a relative address) is left unknown.
 */
export function metadataOfHead(tree: Root): Partial<Metadata> {
  const elements = [...elementsBelow(tree)]
  const metas = metasOf(elements)
  const article = articleOf(elements)
  const link = (rel: string) =>
    elements.filter((element) => element.tagName === 'link' && property(element, 'rel')?.split(' ').includes(rel))
  const named = (tagName: string) => elements.find((element) => element.tagName === tagName)
  const title = named('title')
  const root = named('html')
  const time = elements.find(
    (element) =>
      element.tagName === 'time' &&
      (property(element, 'itemProp') === 'datePublished' || element.properties.pubdate !== undefined),
  )
  const fallbacks: Readonly<Record<Field, readonly (string | null | undefined)[]>> = {
    title: [title && textIn(title)],
    publisher: [],
    published: [time && property(time, 'dateTime')],
    language: [],
    url: [],
    licence: [],
  }
  const first: Partial<Record<Field, readonly (string | null | undefined)[]>> = {
    language: [root && property(root, 'lang')],
    url: link('canonical').map((element) => property(element, 'href')),
    licence: link('license').map((element) => property(element, 'href')),
  }
  const metadata: Partial<Metadata> = {}
  for (const field of Object.keys(metaNames) as Field[]) {
    const candidates = [
      ...(first[field] ?? []),
      linkedValue(article?.[linkedNames[field]]),
      ...metaNames[field].map((name) => metas.get(name)),
      ...fallbacks[field],
    ]
    for (const candidate of candidates) {
      const written = normalised(field, candidate)
      const parsed = written === '' ? undefined : metadataSchema.shape[field].safeParse(written)
      if (parsed?.success !== true) continue
      metadata[field] = parsed.data
      break
    }
  }
  return { ...metadata, ...(metadata.title && { title: withoutSite(metadata.title, metadata.publisher ?? null) }) }
}

/** "Raid on Anna | Observatory": the title alone. */
function withoutSite(title: string, publisher: string | null): string {
  if (publisher === null || !title.endsWith(publisher)) return title
  const alone = title.slice(0, -publisher.length).replace(/\s+[|–—·:-]\s*$/, '')
  return alone.length < title.length - publisher.length && alone !== '' ? alone : title
}

function normalised(field: Field, value: string | null | undefined): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim()
  if (field === 'published')
    return /^\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?(?=$|[T ])/.exec(text)?.[0].replaceAll('/', '-') ?? ''
  if (field === 'language') return text.replaceAll('_', '-')
  return field === 'url' && !/^https?:/i.test(text) ? '' : text
}

function metasOf(elements: readonly Element[]): Map<string, string> {
  const metas = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const content = property(element, 'content')
    for (const attribute of ['property', 'name', 'httpEquiv', 'itemProp']) {
      const name = property(element, attribute)?.toLowerCase()
      if (name !== undefined && content !== null && content.trim() !== '' && !metas.has(name)) metas.set(name, content)
    }
  }
  return metas
}

type Linked = Readonly<Record<string, unknown>>

const articleTypes = /(?:Article|Report|BlogPosting|ScholarlyArticle|WebPage)$/

/** The first article that the page's JSON-LD describes, or else the page. */
function articleOf(elements: readonly Element[]): Linked | undefined {
  const scripts = elements.filter(
    (element) => element.tagName === 'script' && property(element, 'type') === 'application/ld+json',
  )
  const things = scripts.flatMap((script) => thingsOf(parsedJson(textIn(script))))
  const ranked = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)))
  return ranked.find((thing) => !typesOf(thing).includes('WebPage')) ?? ranked[0]
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function thingsOf(json: unknown): Linked[] {
  if (Array.isArray(json)) return json.flatMap(thingsOf)
  if (!isObject(json)) return []
  return [json, ...thingsOf(json['@graph'])]
}

function isObject(value: unknown): value is Linked {
  return typeof value === 'object' && value !== null
}

function typesOf(thing: Linked): string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

function linkedValue(value: unknown): string | null {
  if (Array.isArray(value)) return linkedValue(value[0])
  if (isObject(value)) return linkedValue(value.name ?? value['@id'])
  return typeof value === 'string' ? value : null
}
