import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, type RegisterChange } from '../../src/store/index.ts'
import { decision, inFolder, inStore, saveReport } from './builder.ts'

function change(rest: Partial<RegisterChange>): RegisterChange {
  return {
    actor: 'african-union',
    change: 'name',
    value: 'African Union',
    reviewer: 'Ada',
    note: null,
    decidedAt: '2026-01-02T09:00:00Z',
    seen: 0,
    ...rest,
  }
}

describe('the register of actors', () => {
  it('shows what the newest changes say', () =>
    inStore((store) => {
      store.changeRegister(change({}))
      store.changeRegister(change({ change: 'type', value: 'igo', seen: 1 }))
      store.changeRegister(change({ change: 'alias', value: 'AU', seen: 2 }))
      store.changeRegister(change({ change: 'alias', value: 'OAU', seen: 3 }))
      store.changeRegister(change({ change: 'not-alias', value: 'OAU', seen: 4 }))
      store.changeRegister(change({ change: 'alias', value: 'nobody', actor: 'unnamed' }))
      expect(store.register()).toEqual([
        { id: 'african-union', name: 'African Union', type: 'igo', aliases: ['AU'], version: 5 },
      ])
      expect(store.changeRegister(change({ value: 'The Union', seen: 4 }))).toEqual({ outcome: 'conflict', version: 5 })
      expect(store.changeRegister(change({ change: 'type', value: 'club', seen: 5 })).outcome).toBe('refused')
      expect(store.changeRegister(change({ value: '', seen: 5 })).outcome).toBe('refused')
    }))

  it('is in one chain with the decisions on annotations', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      const store = openStore(path, { mode: 'write' })
      saveReport(store)
      const [annotation] = store.annotations()
      store.decide(decision(annotation?.id ?? ''))
      store.changeRegister(change({}))
      store.decide(decision(annotation?.id ?? '', { verdict: 'reject', seen: 1 }))
      expect(store.status().decisions.link).toBe(3)
      expect(store.verify()).toEqual([])
      const raw = new Database(path)
      expect(() => raw.exec("update register_changes set value = 'x'")).toThrow('never change')
      expect(() => raw.exec('delete from register_changes')).toThrow('never deleted')
      raw.exec("drop trigger register_changes_are_unchanged; update register_changes set value = 'OAU'")
      raw.close()
      expect(store.verify()).toContainEqual({ kind: 'decision', message: expect.stringContaining('decision 2 is not') })
      store.close()
    }))
})
