import { Presets, SingleBar } from 'cli-progress'

/** How a command speaks to its user. */
export interface OutputOptions {
  /** One JSON object on standard output in place of text. */
  readonly json: boolean
  /** Nothing but errors. */
  readonly quiet: boolean
}

/** Standard output for results, standard error for progress and troubles. */
export class Output {
  readonly #options: OutputOptions

  constructor(options: OutputOptions) {
    this.#options = options
  }

  /** The command's result, in words or as JSON. */
  result(words: string, json: unknown): void {
    if (this.#options.json) process.stdout.write(`${JSON.stringify(json)}\n`)
    else if (!this.#options.quiet) process.stdout.write(`${words}\n`)
  }

  /** Something that went wrong, always shown. */
  trouble(message: string): void {
    process.stderr.write(`${message}\n`)
  }

  /** Something worth knowing that is no trouble. */
  notice(message: string): void {
    if (!this.#options.quiet) process.stderr.write(`${message}\n`)
  }

  /** Progress over a known number of steps: a bar on a terminal, a line each in a pipe, nothing when quiet. */
  progress(total: number): Progress {
    if (this.#options.quiet) return { step: () => {}, trouble: (message) => this.trouble(message), end: () => {} }
    return process.stderr.isTTY ? barOf(total) : linesOf(total)
  }
}

export interface Progress {
  /** One more done; the line says what came of it. */
  step(line: string): void
  trouble(message: string): void
  end(): void
}

function linesOf(total: number): Progress {
  let done = 0
  return {
    step: (line) => process.stderr.write(`${++done}/${total} ${line}\n`),
    trouble: (message) => process.stderr.write(`${message}\n`),
    end: () => {},
  }
}

function barOf(total: number): Progress {
  const format = '{bar} {percentage}% | {value}/{total} | {eta_formatted} left | {line}'
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, fps: 10 }, Presets.shades_classic)
  bar.start(total, 0, { line: '' })
  return {
    step: (line) => bar.increment(1, { line }),
    trouble: (message) => {
      // The line goes where the bar is drawn; the bar comes back below it with the next step.
      process.stderr.write(`\r\u001B[K${message}\n`)
    },
    end: () => bar.stop(),
  }
}

/** A number for reading, "11,240". */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Rows of cells with their columns aligned, numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  )
  const cell = (value: string | number, width: number) =>
    typeof value === 'number' ? grouped(value).padStart(width) : value.padEnd(width)
  return rows
    .map((row) =>
      row
        .map((value, column) => cell(value, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Text cut to a width at a word, with an ellipsis. */
export function shortened(text: string, width: number): string {
  if (text.length <= width) return text
  const cut = text.slice(0, width - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > width / 2 ? cut.slice(0, space) : cut}…`
}
