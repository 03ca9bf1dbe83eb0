// Saves and decides until it is killed, taking up the work where an earlier one was killed. Prints "saved N" and
// "decided N" when the store has said so.
import { openStore } from '../../src/store/index.ts'
import { claimOf, decision, documentOf, extractionOf } from './builder.ts'

const [path = '', count = '0'] = process.argv.slice(2)
const store = openStore(path, { mode: 'write' })
for (let at = 0; at < Number(count); at++) {
  const text = Array.from({ length: 200 }, (_line, line) => `On day ${line}, ${at} and 14 farmers were killed.`).join(
    '\n',
  )
  const { id } = documentOf(text)
  if (!store.hasExtraction(id, 'rules-1')) {
    store.saveExtraction(extractionOf(text, [claimOf(text, '14 farmers', 14)], { path: `${at}.txt` }))
    process.stdout.write(`saved ${at}\n`)
  }
  const [pending] = store.annotations({ document: id, states: ['pending'] })
  if (pending !== undefined) {
    store.decide(decision(pending.id))
    process.stdout.write(`decided ${at}\n`)
  }
}
process.stdout.write('finished\n')
store.close()
