import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Extractor, extract, loadExtractor } from '../extract/index.ts'
import { type Document, metadataSchema, textMediaTypes } from '../model/index.ts'
import { ReadError, readBytes, readFile, readText } from '../read/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { inputsOf } from './inputs.ts'
import { commonOptions, listOption, parseOptions } from './options.ts'
import { Output } from './output.ts'

const tagOptions = commonOptions.extend({ lexicon: listOption, stream: z.boolean().default(false) })

/**
 * `tocsin tag PATH… | -`: annotation rows on standard output, without a database. `-` reads one text from standard
 * input; `--stream` reads one JSON object a line and names its rows by the object's id.
 */
export async function tagCommand(paths: readonly string[], given: unknown): Promise<ExitCode> {
  const options = parseOptions(tagOptions, given)
  const output = new Output(options)
  if (options.stream ? paths.length > 0 : paths.length === 0) {
    throw new UsageError('name files, or "-" for one text on standard input, or --stream for lines of JSON on it')
  }
  const extractor = loadExtractor(options.lexicon)
  if (options.stream) return tagStream(extractor, output)
  let failed = false
  for (const path of paths) {
    for (const tag of path === '-' ? [tagStandardInput] : await taggersOf(path)) {
      try {
        printRows(await tag(), extractor)
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        failed = true
        output.trouble(error.message)
      }
    }
  }
  return failed ? exitCodes.someFailed : exitCodes.done
}

async function taggersOf(path: string): Promise<(() => Promise<Document>)[]> {
  return (await inputsOf([path])).map((input) => async () => {
    if (input.fault !== null) throw new ReadError({ path: input.path, line: null, ...input.fault })
    return (await readFile(input.path)).document
  })
}

async function tagStandardInput(): Promise<Document> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return readBytes(Buffer.concat(chunks), { mediaType: 'text/plain' })
}

/** One line of `--stream`; what else it holds is passed over. */
const streamLine = z.object({
  id: z.string().min(1),
  text: z.string(),
  published: metadataSchema.shape.published.optional(),
  title: metadataSchema.shape.title.optional(),
  mediaType: z.enum(textMediaTypes).default('text/plain'),
})

async function tagStream(extractor: Extractor, output: Output): Promise<ExitCode> {
  let failed = false
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    try {
      printRows(documentOfLine(line), extractor)
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      failed = true
      output.trouble(`standard input, line ${number}: ${error.reason}. ${error.remedy}`)
    }
  }
  return failed ? exitCodes.someFailed : exitCodes.done
}

const remedy = 'A line is {"id", "text", "published"?, "title"?, "mediaType"?}.'

function documentOfLine(line: string): Document {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new ReadError({ path: null, line: null, reason: 'is not JSON', remedy })
  }
  const parsed = streamLine.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') || 'the line'
    throw new ReadError({
      path: null,
      line: null,
      reason: `${field}: ${issue?.message ?? 'is not understood'}`,
      remedy,
    })
  }
  const { id, text, mediaType, title = null, published = null } = parsed.data
  return readText(text, { id, mediaType, metadata: { ...(title && { title }), ...(published && { published }) } })
}

function printRows(document: Document, extractor: Extractor): void {
  const rows = extract(document, extractor).map((annotation) =>
    JSON.stringify({ document: document.id, ...annotation }),
  )
  if (rows.length > 0) process.stdout.write(`${rows.join('\n')}\n`)
}
