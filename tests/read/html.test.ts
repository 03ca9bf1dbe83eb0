import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSource } from '../../src/model/index.ts'
import { ReadError, readBytes, readText } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

function read(html: string) {
  const document = readText(html, { id: 'x', mediaType: 'text/html' })
  expect(breachesOf(document)).toEqual([])
  return document
}

const linesOf = (html: string) => read(html).paragraphs.map(({ kind, text }) => `${kind}: ${text}`)
const prose =
  'At least three villagers were killed and nine wounded at the market of Anna on 12 May, the council of elders said.'

describe('a page is read into paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['headings, paragraphs', '<h1>Anna</h1><p>One.<p>Two.', ['heading: Anna', 'body: One.', 'body: Two.']],
    ['nested inline markup', '<p>Ni<b>ne <i>peo</i></b>ple <a href="/d">died</a>.', ['body: Nine people died.']],
    ['entities', '<p>Kesh &amp; sons&nbsp;&#8212; caf&eacute; &#x41;&copy2012', ['body: Kesh & sons — café A©2012']],
    ['an entity of an entity', '<p>AT&amp;amp;T', ['body: AT&amp;T']],
    ['soft hyphens and zero-width spaces', '<p>go&shy;vern&#8203;ment', ['body: government']],
    ['a line break', '<p>one<br>two', ['body: one two']],
    ['two line breaks', '<p>one<br>\n<br/>two', ['body: one', 'body: two']],
    ['text outside of any paragraph', '<div>one<div>two</div>three</div>', ['body: one', 'body: two', 'body: three']],
    ['quotations', '<blockquote><p>Nobody came.</p>At all.</blockquote>', ['quote: Nobody came.', 'quote: At all.']],
    ['lists', '<ul><li>one<li><p>two</p><ol><li>three</ol></ul>', ['list: one', 'list: two', 'list: three']],
    [
      'tables',
      '<table><caption>Toll</caption><tr><th>Area<th>Killed<tr><td>Kesh<td><b>11</b><tr><td>Anna<td></table>',
      ['caption: Toll', 'table: Area | Killed', 'table: Kesh | 11', 'table: Anna'],
    ],
    [
      'a table that is only layout',
      '<table><tr><td><h1>Anna</h1><p>One.<p>Two.</table>',
      ['heading: Anna', 'body: One.', 'body: Two.'],
    ],
    ['terms', '<dl><dt>Killed<dd>52<dt>Injured<dd>7</dl>', ['table: Killed | 52', 'table: Injured | 7']],
    ['key figures', '<div><span>52</span><span>killed</span></div>', ['body: 52 killed']],
    ['captions', '<figure><img alt="x" src="h.png"><figcaption>A house.</figure>', ['caption: A house.']],
    ['words taken back', '<p>At least <del>12</del> 15 died.', ['body: At least 15 died.']],
    ['scripts and hidden text', '<p>a<script>b</script><style>c</style></p><p hidden>d<!-- e -->', ['body: a']],
    ['text that stands in no cell', '<table>a<tr><td>x<td>y</tr>b</table>', ['body: a', 'body: b', 'table: x | y']],
  ])('%s', (_, html, expected) => {
    expect(linesOf(html)).toEqual(expected)
  })

  test('headings make a path', () => {
    const { paragraphs } = read('<h1>One</h1><h2>Two <i>now</i></h2><p>Text.<h2>Three</h2><p>More.')
    expect(paragraphs.filter(({ kind }) => kind === 'body').map(({ headings }) => headings)).toEqual([
      ['One', 'Two now'],
      ['One', 'Three'],
    ])
  })
})

describe('footnotes', () => {
  test.each<[string, string, string[]]>([
    [
      'as Markdown tools write them',
      '<p>It was so.<sup id="r1"><a href="#n1">1</a></sup> It was.<ol><li id="n1"><p>Elder. <a href="#r1">↩</a></ol>',
      ['body: It was so. It was.', 'note: Elder.'],
    ],
    [
      'as Word writes them',
      '<p>In 1960<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> it<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Elder.</div>',
      ['body: In 1960 it', 'note: Elder.'],
    ],
    [
      'as wikis write them',
      '<p>So.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup><ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>Elder.</span></ol>',
      ['body: So.', 'note: Elder.'],
    ],
    ['bare superscripts', '<p>In 1960<sup>1</sup> said.<sup>2</sup>', ['body: In 1960 said.']],
    ['powers and ordinals', '<p>9 km<sup>2</sup>, 10<sup>6</sup>, the 1<sup>st</sup>', ['body: 9 km2, 106, the 1st']],
    [
      'links to a section',
      '<p><a href="#s">1</a> So.</p><section id="s"><h2>S</h2></section>',
      ['body: 1 So.', 'heading: S'],
    ],
  ])('%s', (_, html, expected) => {
    expect(linesOf(html)).toEqual(expected)
  })
})

describe('what is no text of the page is furniture', () => {
  test.each<[string, string]>([
    ['navigation', '<nav><a href="/">Home</a></nav>'],
    ['the head of the site', '<header><p>Observatory</header>'],
    ['the foot of the site', '<footer>© 2014 Observatory</footer>'],
    [
      'a cookie notice',
      '<div class="cookie-consent"><p>We use cookies to make this site better for you, dear reader, always.</div>',
    ],
    ['a dialog by its role', '<div role="dialog"><p>Stay with us.</div>'],
    ['sharing buttons', '<ul class="share-links"><li>Mail</ul>'],
    ['a form', '<form><label>Your address</label><input></form>'],
    ['a list of nothing but links', '<ul><li><a href="1">One</a><li><a href="2">Two</a><li><a href="3">Three</a></ul>'],
    ['related links by their heading', '<h3>Related stories</h3><p><a href="1">Raid</a>'],
    ['a way past the navigation', '<p><a href="#m">Skip to main content</a>'],
  ])('%s', (_, html) => {
    const lines = linesOf(`<title>Raid on Anna</title><article><h1>Raid on Anna</h1><p>${prose}</article>${html}`)
    expect(lines.slice(0, 2)).toEqual(['heading: Raid on Anna', `body: ${prose}`])
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.slice(2).filter((line) => !line.startsWith('furniture: '))).toEqual([])
  })

  test('what stands outside of the article, but not the title', () => {
    const html = `<title>Raid on Anna - Observatory</title><header><h1>Raid on Anna</h1></header>
      <div><p>Ten thousand readers trust us.</div><main><p>${prose}<p>More.</main>`
    expect(linesOf(html)).toEqual([
      'heading: Raid on Anna',
      'furniture: Ten thousand readers trust us.',
      `body: ${prose}`,
      'body: More.',
    ])
  })

  test('but never what holds the text', () => {
    const wrapped = `<form class="modal related"><div class="popup sidebar"><p>${prose}<p>More.</div></form>`
    expect(linesOf(wrapped)).toEqual([`body: ${prose}`, 'body: More.'])
  })

  test('a list of sources stays', () => {
    const links = [1, 2, 3].map((number) => `<li><a href="${number}">Report ${number}</a>`).join('')
    expect(linesOf(`<p>${prose}<h2>Sources</h2><ul>${links}</ul>`)).toContain('list: Report 2')
  })
})

describe('metadata', () => {
  test.each<[string, string, object]>([
    [
      'title and language',
      '<html lang="en-GB"><title> Raid\n on Anna </title>',
      { title: 'Raid on Anna', language: 'en-GB' },
    ],
    [
      'Open Graph',
      '<meta property="og:title" content="Raid &amp; rescue"><meta property="og:site_name" content="Observatory"><meta property="article:published_time" content="2014-05-13T08:00:00Z"><meta property="og:url" content="https://example.org/a">',
      { title: 'Raid & rescue', publisher: 'Observatory', published: '2014-05-13', url: 'https://example.org/a' },
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","headline":"Page"},{"@type":"NewsArticle","headline":"Raid","datePublished":"2014-05","publisher":{"name":"Observatory"},"license":"CC BY 4.0"}]}</script>',
      { title: 'Raid', published: '2014-05', publisher: 'Observatory', licence: 'CC BY 4.0' },
    ],
    [
      'the title without the site',
      '<title>Raid | Observatory</title><meta property="og:site_name" content="Observatory">',
      { title: 'Raid' },
    ],
    [
      'a canonical address',
      '<link rel="canonical" href="https://example.org/raid">',
      { url: 'https://example.org/raid' },
    ],
    [
      'a marked time',
      '<time itemprop="datePublished" datetime="2014-05-13">13 May</time>',
      { published: '2014-05-13' },
    ],
    [
      'what can’t be used is unknown',
      '<meta name="date" content="last May"><link rel="canonical" href="/raid"><script type="application/ld+json">{</script>',
      { published: null, url: null, title: null },
    ],
  ])('%s', (_, head, expected) => {
    expect(read(`${head}<p>Text.`).metadata).toMatchObject(expected)
  })
})

describe('spans point into the source of the page', () => {
  test.each([
    ['<p>Kesh &amp; <b>sons</b> said', 'Kesh & sons', 'Kesh &amp; <b>sons'],
    ['<p>on 3<br>\r\nMay they left', '3 May', '3<br>\r\nMay'],
    ['<p>in&nbsp;caf&eacute;s', 'cafés', 'caf&eacute;s'],
    ['<p>one\r\ntwo 😀 three', '😀 three', '😀 three'],
    ['<table><tr><td>Killed</td><td>52</td></table>', 'Killed | 52', 'Killed</td><td>52'],
  ])('%j: %j stands at %j', (html, words, expected) => {
    const [paragraph] = read(html).paragraphs
    const at = paragraph?.text.indexOf(words) ?? -1
    const { start, end } = toSource(paragraph?.map ?? [], { start: at, end: at + words.length })
    expect(html.slice(start, end)).toBe(expected)
  })
})

describe('encodings', () => {
  test('the page says its own', async () => {
    const bytes = Buffer.from('<meta charset="koi8-r"><p>\u00F7\u00CF\u00CA\u00CE\u00C1', 'latin1')
    const document = await readBytes(bytes, { mediaType: 'text/html' })
    expect(document.paragraphs[0]?.text).toBe('Война')
    expect(document.notices.join()).toContain('koi8-r, as it says itself')
  })

  test('UTF-8 is UTF-8 whatever the page says', async () => {
    const document = await readBytes(Buffer.from('<meta charset="iso-8859-1"><p>café'), { mediaType: 'text/html' })
    expect(document.paragraphs[0]?.text).toBe('café')
  })
})

describe('bad pages', () => {
  test.each<[string, string, RegExp]>([
    ['no text', '<script>document.write("x")</script><img src="a.png">', /no text/],
    ['10,000 nested elements', `${'<div>'.repeat(10_000)}deep`, /nested too deeply/],
    [
      'open tags that would multiply',
      `${Array.from({ length: 5000 }, (_, at) => `<font size=${at}>`).join('')}${'<p>x'.repeat(5000)}`,
      /5,000 tags of formatting open/,
    ],
  ])('%s', (_, html, message) => {
    expect(() => read(html)).toThrow(ReadError)
    expect(() => read(html)).toThrow(message)
  })

  test('a page that was cut off is read as far as it goes', () => {
    expect(linesOf('<h1>Anna</h1><p>Nine people <b>died in Ke')).toEqual([
      'heading: Anna',
      'body: Nine people died in Ke',
    ])
  })

  test('any page is read or refused, whatever was mangled in it', () => {
    const page = `<!doctype html><html lang="en"><head><title>A</title></head><body><nav><a href="/">Home</a></nav>
      <article><h1>Raid</h1><p>${prose}<sup><a href="#n">1</a></sup>&nbsp;caf&eacute;</p><table><tr><td>Kesh<td>11</table>
      <ul><li>one<li>two</ul><dl><dt>a<dd>b</dl><ol><li id="n">Note.</ol></article><footer>©</footer></body></html>`
    const place = fc.nat({ max: page.length })
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</p>',
        '<table>',
        '<td>',
        '<b>',
        '</article>',
        '&',
        '&#',
        '"',
        '<!--',
        '<p',
        '\r',
        '<svg>',
        '<template>',
        '<select>',
        '</body>',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.replaceAll('\0', '')),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat({ max: 30 }), piece), { minLength: 1, maxLength: 6 }), (edits) => {
        const mangled = edits.reduce((html, [at, cut, text]) => html.slice(0, at) + text + html.slice(at + cut), page)
        try {
          read(mangled)
        } catch (error) {
          expect(error).toBeInstanceOf(ReadError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
