import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isReadable, largestBytes, ReadError, readBytes, readFile } from '../../src/read/index.ts'
import { asOrdinaryUser } from '../ordinary-user.ts'
import { breachesOf } from './invariants.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function refusal(path: string): Promise<ReadError> {
  const outcome = await readFile(path).catch((error: unknown) => error)
  if (!(outcome instanceof ReadError)) throw new Error(`${path} was not refused`)
  return outcome
}

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes)

describe('a file', () => {
  test('has the SHA-256 of its bytes for an id and its bytes unchanged', async () => {
    const content = new TextEncoder().encode('\uFEFFNine people died.')
    const { document, bytes } = await readFile(put('marked.txt', content))
    expect(document.id).toBe(createHash('sha256').update(content).digest('hex'))
    expect(Buffer.from(bytes).equals(content)).toBe(true)
    expect(document.text).toBe('Nine people died.')
  })

  test('takes metadata from options over its sidecar over front matter', async () => {
    put('three.meta.yaml', 'title: Sidecar\npublisher: Sidecar\npublished: 2015\n')
    const path = put('three.md', '---\ntitle: Front\npublisher: Front\nlanguage: en\n---\n\nText.')
    const { document } = await readFile(path, { metadata: { title: 'Given' } })
    expect(document.metadata).toMatchObject({
      title: 'Given',
      publisher: 'Sidecar',
      published: '2015',
      language: 'en',
      url: null,
    })
  })

  test('may have fields that we do not know', async () => {
    const { document } = await readFile(
      put('more.md', '---\ntitle: A\nmood: grim\npublished: 2015-09-24\n---\n\nText.'),
    )
    expect(document.metadata).toMatchObject({ title: 'A', published: '2015-09-24' })
    expect(document.notices).toEqual(['The front matter has a field "mood" that is not used.'])
  })

  test('is known by its extension', () => {
    expect(['a.txt', 'a.MD', 'a.markdown', 'a.odt', 'a', '.txt'].map(isReadable)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('encodings', () => {
  const words = 'Le président a parlé à Bangui après les événements de décembre, et l’armée a été désarmée à Béréngo.'

  test.each<[string, Uint8Array, string]>([
    ['UTF-16, little end first', Buffer.concat([bytesOf(0xff, 0xfe), Buffer.from(words, 'utf16le')]), 'UTF-16LE'],
    ['UTF-16, big end first', Buffer.concat([bytesOf(0xfe, 0xff), Buffer.from(words, 'utf16le').swap16()]), 'UTF-16BE'],
    ['Windows-1252', Buffer.from(words.replace('’', '\u0092'), 'latin1'), 'windows-1252'],
  ])('%s is read and said', async (_, bytes, encoding) => {
    const document = await readBytes(bytes, { mediaType: 'text/plain' })
    expect(document.text).toBe(words)
    expect(document.notices.join()).toContain(encoding)
    expect(breachesOf(document)).toEqual([])
  })

  test('UTF-8 with a broken byte stays UTF-8', async () => {
    const document = await readBytes(Buffer.concat([Buffer.from(words), bytesOf(0xff), Buffer.from(words)]), {
      mediaType: 'text/plain',
    })
    expect(document.text).toBe(`${words}\uFFFD${words}`)
    expect(document.notices.join()).toContain('1 broken place')
  })
})

describe('bad input', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['an unknown extension', 'a.odt', 'text', /extension "\.odt".*\.txt, \.md/],
    ['an empty file', 'empty.txt', '', /no text/],
    ['white space only', 'white.md', ' \n\t\n', /no text/],
    ['NUL bytes', 'nul.txt', 'a\0b', /NUL bytes.*UTF-8/],
    ['a PDF named .txt', 'pdf.txt', '%PDF-1.7\n', /a PDF, not text/],
    ['binary content', 'bin.txt', bytesOf(...Array.from({ length: 99 }, (_, at) => (at % 8) + 1)), /binary/],
    ['more lines than any report has', 'lines.txt', 'a\n'.repeat(1_000_001), /more than 1,000,000 lines/],
  ])('%s', async (_, name, content, message) => {
    const path = put(name, content)
    const error = await refusal(path)
    expect(error.message).toMatch(message)
    expect(error.message).toContain(path)
    expect(error.path).toBe(path)
    expect(error.remedy).toMatch(/\.$/)
  })

  test.each<[string, string, number, RegExp]>([
    ['broken YAML', 'title: "A\npublished: 2015', 3, /not valid YAML/],
    ['a field of the wrong type', 'title: A\npublisher: [x, y]', 3, /field "publisher" of the front matter/],
    ['a bad date', 'title: A\nlanguage: en\npublished: last May', 4, /field "published".*YYYY-MM-DD/],
    ['no fields', '- a\n- b', 2, /not a list of fields/],
  ])('front matter: %s', async (_, yaml, line, message) => {
    const error = await refusal(put('front.md', `---\n${yaml}\n---\n\nText.`))
    expect(error.message).toMatch(message)
    expect(error.line).toBe(line)
  })

  test('a sidecar that can’t be used is named', async () => {
    const sidecar = put('side.meta.yaml', 'url: nowhere\n')
    const error = await refusal(put('side.txt', 'Text.'))
    expect(error.path).toBe(sidecar)
    expect(error.message).toMatch(/line 1.*field "url"/)
  })

  test('no such file, and a folder', async () => {
    expect((await refusal(join(folder, 'none.txt'))).message).toMatch(/no such file/)
    mkdirSync(join(folder, 'folder.txt'))
    expect((await refusal(join(folder, 'folder.txt'))).message).toMatch(/not a file|EISDIR/)
  })

  test('no permission', async () => {
    const path = put('locked.txt', 'text')
    chmodSync(path, 0)
    chmodSync(dirname(path), 0o755)
    const error = await asOrdinaryUser(() => refusal(path))
    expect(error.message).toMatch(/no permission/)
  })

  test('a file over the limit is refused before it is read', async () => {
    const path = put('huge.txt', 'a')
    truncateSync(path, 200 * 1024 * 1024)
    // Its zero bytes would be told instead, had it been read.
    const error = await refusal(path)
    expect(error.message).toContain(`${largestBytes / 1024 / 1024} MiB`)
  })

  test('a very long line is read', async () => {
    const text = 'Nine people were killed in Kesh on 3 May 2012.1 '.repeat(200_000).trim()
    const document = await readBytes(new TextEncoder().encode(text), { mediaType: 'text/plain' })
    expect(document.paragraphs).toHaveLength(1)
  })
})
