import { type ChildProcess, spawn } from 'node:child_process'
import { program } from './tocsin.ts'

/** A review server that was started as a user does. */
export interface Running {
  readonly child: ChildProcess
  readonly link: URL
  readonly port: number
  /** Its exit code. */
  readonly ended: Promise<number | null>
}

/** Runs `tocsin review`, or another command that serves the page, until it has printed its link; the caller ends it. */
export function startReview(args: readonly string[], command = 'review'): Promise<Running> {
  const child = spawn(process.execPath, [program, command, '--json', '--no-open', ...args])
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk
    })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      if (!out.includes('\n')) return
      const { link, port } = JSON.parse(out) as { link: string; port: number }
      resolve({ child, link: new URL(link), port, ended })
    })
    child.on('close', (code) => reject(new Error(`ended with ${code}: ${err}`)))
  })
}
