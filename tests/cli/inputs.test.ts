import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputsOf } from '../../src/cli/inputs.ts'
import { asOrdinaryUser, nobody } from '../ordinary-user.ts'
import { temporaryFolder } from './tocsin.ts'

function folderOf(files: readonly string[]): string {
  const folder = temporaryFolder()
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), 'Text.')
  }
  chmodSync(folder, 0o755)
  return folder
}

describe('a folder', () => {
  test('stands for the files below it that we read, in order', async () => {
    const folder = folderOf(['b.txt', 'a/z.md', 'a/picture.png', 'c.MD'])
    expect(await inputsOf([folder])).toEqual(
      ['a/z.md', 'b.txt', 'c.MD'].map((file) => ({ path: join(folder, file), fault: null })),
    )
  })

  test('that cannot be opened is a fault of its own, beside the files that can', async () => {
    const folder = folderOf(['a.txt', 'closed/b.txt', 'z.txt'])
    const closed = join(folder, 'closed')
    if (process.geteuid?.() === 0) chownSync(closed, nobody, nobody)
    chmodSync(closed, 0)
    const inputs = await asOrdinaryUser(() => inputsOf([folder]))
    chmodSync(closed, 0o755)
    expect(inputs).toEqual([
      { path: join(folder, 'a.txt'), fault: null },
      { path: closed, fault: { reason: 'cannot be opened (EACCES)', remedy: expect.any(String) } },
      { path: join(folder, 'z.txt'), fault: null },
    ])
  })

  test('without such files, and a path to nothing, are faults', async () => {
    const folder = folderOf(['picture.png'])
    const inputs = await inputsOf([folder, join(folder, 'none.txt'), join(folder, '*.md')])
    expect(inputs.map(({ fault }) => fault?.reason)).toEqual([
      'holds no file that we read (.txt, .md, .markdown, .html, .htm, .pdf, .docx)',
      'does not exist',
      'matches no file',
    ])
  })

  test('and its files are taken once however often they are named', async () => {
    const folder = folderOf(['a.txt'])
    expect(await inputsOf([folder, join(folder, 'a.txt'), join(folder, '*.txt')])).toHaveLength(1)
  })
})
