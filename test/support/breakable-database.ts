import type { StatementSync } from 'node:sqlite'
import type { Database } from '../../src/main/db/database'

type BreakPoint = 'write' | 'before-toast' | 'after-toast'

/**
 * A process's view of a disk that outlives it: from the moment it is broken nothing it does reaches
 * the disk any more, as when the process is killed there.
 */
export function createBreakableDatabase(disk: Database) {
  let broken = false
  const left = new Map<BreakPoint, number>()
  const rollbacks: (() => void)[] = []

  function breakNow() {
    broken = true
  }

  function check() {
    if (broken) throw new Error('This process was killed')
  }

  function pass(point: BreakPoint) {
    check()
    const rest = left.get(point)
    if (rest === undefined) return
    left.set(point, rest - 1)
    if (rest > 1) return
    breakNow()
    check()
  }

  function wrap(statement: StatementSync): StatementSync {
    return new Proxy(statement, {
      get(target, name) {
        const member = Reflect.get(target, name) as (...args: unknown[]) => unknown
        return (...args: unknown[]) => {
          if (name === 'run') pass('write')
          check()
          return member.apply(target, args)
        }
      },
    })
  }

  const sql = new Proxy(disk.sql, {
    get(target, name) {
      if (name === 'prepare') return (text: string) => wrap(target.prepare(text))
      const member = Reflect.get(target, name) as unknown
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })

  function transaction<T>(work: () => T): T {
    check()
    if (disk.sql.isTransaction) return work()
    disk.sql.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      pass('write')
      disk.sql.exec('COMMIT')
      return result
    } catch (error) {
      disk.sql.exec('ROLLBACK')
      if (!broken) for (const listener of rollbacks) listener()
      throw error
    }
  }

  const db: Database = {
    ...disk,
    sql,
    onRollback: (listener) => void rollbacks.push(listener),
    transaction,
    quickly: transaction,
  }

  return {
    db,
    breakNow,
    isBroken: () => broken,
    breakAt: (point: BreakPoint, n: number) => void left.set(point, n),
    neverBreak: () => left.clear(),
    beforeToast: () => pass('before-toast'),
    afterToast: () => pass('after-toast'),
  }
}
