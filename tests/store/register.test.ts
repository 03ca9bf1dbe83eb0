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
      store.changeRegister(change({ change: 'alias', value: 'SPLA', actor: 'Unnamed Army' }))
      expect(store.register()).toEqual([
        { id: 'Unnamed Army', name: 'Unnamed Army', type: null, aliases: ['SPLA'], mergedInto: null, version: 6 },
        { id: 'african-union', name: 'African Union', type: 'igo', aliases: ['AU'], mergedInto: null, version: 5 },
      ])
      expect(store.changeRegister(change({ value: 'The Union', seen: 4 }))).toEqual({ outcome: 'conflict', version: 5 })
      expect(store.changeRegister(change({ change: 'type', value: 'club', seen: 5 })).outcome).toBe('refused')
      expect(store.changeRegister(change({ value: '', seen: 5 })).outcome).toBe('refused')
    }))

  it('merges an actor into another and splits it off again, never in a circle', () =>
    inStore((store) => {
      const actors = () => store.register().map(({ id, mergedInto }) => [id, mergedInto])
      const merge = change({ actor: 'AU', change: 'merge', value: 'African Union' })
      expect(store.changeRegister({ ...merge, value: 'AU' })).toEqual({
        outcome: 'refused',
        reason: '"AU" is "AU" already',
      })
      store.changeRegister(merge)
      expect(actors()).toEqual([['AU', 'African Union']])
      const back = change({ actor: 'African Union', change: 'merge', value: 'AU' })
      expect(store.changeRegister(back)).toMatchObject({ outcome: 'refused' })
      expect(store.changeRegister({ ...merge, change: 'split', value: 'OAU', seen: 1 }).outcome).toBe('refused')
      store.changeRegister({ ...merge, change: 'split', seen: 1 })
      expect(actors()).toEqual([['AU', null]])
      expect(store.changeRegister(back).outcome).toBe('decided')
    }))

  it.each([
    ['name', 'The Union', { name: 'AU' }],
    ['type', 'igo', { type: null }],
    ['alias', 'A.U.', { aliases: [] }],
    ['merge', 'African Union', { mergedInto: null }],
  ] as const)('takes back a change of kind %s, once', (kind, value, before) =>
    inStore((store) => {
      store.changeRegister(change({ actor: 'AU', change: kind, value }))
      const withdrawal = change({ actor: 'AU', change: 'withdraw', value: '1', seen: 1 })
      expect(store.register()).not.toMatchObject([before])
      expect(store.changeRegister(withdrawal).outcome).toBe('decided')
      expect(store.register()).toMatchObject([{ id: 'AU', ...before, version: 2 }])
      expect(store.changeRegister({ ...withdrawal, seen: 2 }).outcome).toBe('refused')
      expect(store.registerHistory('AU').map(({ change, stands }) => [change, stands])).toEqual([
        [kind, false],
        ['withdraw', false],
      ])
      expect(store.verify()).toEqual([])
    }),
  )

  it('makes several changes together or none', () =>
    inStore((store) => {
      const rename = change({ actor: 'AU', value: 'African Union' })
      const retype = change({ actor: 'AU', change: 'type', value: 'igo' })
      expect(store.changeRegisterAll([rename, { ...retype, value: 'club' }])).toEqual([
        { outcome: 'refused', reason: expect.stringContaining('"club" is no type of actor') },
      ])
      expect(store.register()).toEqual([])
      expect(store.changeRegisterAll([rename, retype]).map(({ outcome }) => outcome)).toEqual(['decided', 'decided'])
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
