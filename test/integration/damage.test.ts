import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openSettingsFile } from '../../src/main/plain/settings-file'
import { createSandboxTransport, memoryEnv } from '../support/sandbox-transport'
import { signIn, startSignedIn, type SignedIn } from '../support/signed-in'
import { startApp, type StartedApp } from '../support/start-app'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
  vi.restoreAllMocks()
})

/** Apps that run, and profiles to be removed after them. */
function runs<T extends Pick<StartedApp, 'stop'>>(app: T): T & { stopOnce(): Promise<void> } {
  let stopped = false
  const stopOnce = async () => {
    if (!stopped) await app.stop()
    stopped = true
  }
  cleanups.unshift(stopOnce)
  return { ...app, stopOnce }
}

async function start(): Promise<SignedIn & { stopOnce(): Promise<void> }> {
  const world = await startSignedIn('anilist')
  cleanups.push(world.profile.remove)
  return { ...world, stopOnce: runs(world.app).stopOnce }
}

/** A list with one change that waits, because the service is off the net. */
async function startWithWaiting() {
  const world = await start()
  const row = (await world.rows())[0] ?? expect.unreachable()
  await world.sandbox.control.setOnline(false, 'anilist')
  await world.app.handlers['library:edit'](world.ref(row.title), { notes: 'Waits.' })
  await world.clock.advance(60_000)
  return { ...world, row }
}

describe('a damaged database', () => {
  test('is set aside with words, and after a new sign-in the list is there again', async () => {
    const { profile, row, clock, sandbox, stopOnce } = await startWithWaiting()
    await stopOnce()
    const file = join(profile.dir, 'library.db')
    writeFileSync(file, 'This is no database any more.'.repeat(1_000))
    for (const name of readdirSync(profile.dir))
      if (/library\.db-(wal|shm)$/.test(name)) writeFileSync(join(profile.dir, name), '')
    await sandbox.control.setOnline(true, 'anilist')

    clock.forgetTimers()
    const transport = createSandboxTransport(sandbox)
    const app = runs(startApp(profile, { clock, transport, env: memoryEnv }))
    await app.start()

    expect(app.told('app:notice')).toMatchObject([{ id: 'database-rebuilt' }])
    expect(existsSync(`${file}.damaged-1`)).toBe(true)
    const account = await signIn(app, 'anilist', sandbox, clock)
    await clock.advance(10 * 60_000)
    const again = await app.handlers['library:row']({ accountId: account.id, title: row.title })
    expect(again?.entry.progress).toBe(row.entry.progress)
  })
})

describe('a damaged settings file', () => {
  test('is set aside with words; defaults hold, and list and queue are untouched', async () => {
    const { profile, row, clock, sandbox, ref, stopOnce } = await startWithWaiting()
    await stopOnce()
    const file = join(profile.dir, 'settings.json')
    writeFileSync(file, '{"theme": "dark", "holdSeconds": ')

    const { store, notices } = openSettingsFile(file)
    clock.forgetTimers()
    const transport = createSandboxTransport(sandbox)
    const app = runs(startApp(profile, { clock, transport, env: memoryEnv, settings: store }))
    await app.start()

    expect(notices).toMatchObject([{ id: 'settings-reset' }])
    expect(readdirSync(profile.dir).some((name) => name.startsWith('settings.damaged'))).toBe(true)
    expect((await app.handlers['settings:get']()).theme).toBe('system')
    expect((await app.handlers['library:row'](ref(row.title)))?.entry.notes).toBe('Waits.')
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 1 })

    await app.handlers['settings:set']({ theme: 'dark' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'dark' })
  })
})

describe('a full disk', () => {
  /** The connection that the app writes with: SQLite itself then says that there is no room. */
  function watchConnections() {
    const opened = new Set<DatabaseSync>()
    // SQLite's own class, only looked at.
    const { prepare } = DatabaseSync.prototype
    vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
      this: DatabaseSync,
      sql,
      options,
    ) {
      opened.add(this)
      return prepare.call(this, sql, options)
    })
    const each = (work: (sql: DatabaseSync) => void) => {
      for (const sql of opened) if (sql.isOpen) work(sql)
    }
    return {
      fill: () =>
        each((sql) => {
          const row = prepare.call(sql, 'PRAGMA page_count').get()
          sql.exec(`PRAGMA max_page_count = ${Number(row?.['page_count'])}`)
        }),
      free: () => each((sql) => sql.exec('PRAGMA max_page_count = 1000000')),
    }
  }

  test('refuses an edit aloud, the screen does not change, and once there is room all goes on', async () => {
    const disk = watchConnections()
    const world = await start()
    const { app, ref, clock, there } = world
    const row = (await world.rows())[0] ?? expect.unreachable()
    const notes = 'x'.repeat(6_000)
    disk.fill()

    expect(() => app.handlers['library:edit'](ref(row.title), { notes })).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'storage', reason: 'disk-full' }),
      }),
    )
    expect((await app.handlers['library:row'](ref(row.title)))?.entry).toEqual(row.entry)
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0 })

    disk.free()
    await app.handlers['library:edit'](ref(row.title), { notes })
    await clock.advance(60_000)
    expect(there(row.title)).toMatchObject({ notes })
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
  })
})
