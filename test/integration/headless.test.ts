import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Account } from '../../src/shared/account'
import type { RowChunk } from '../../src/shared/ipc/library'
import { type Headless, startHeadless } from '../support/headless'

// Each test starts whole programs, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let dir: string
let started: Headless[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-headless-'))
  started = []
})
afterEach(async () => {
  for (const run of started) run.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  rmSync(dir, { recursive: true, force: true })
})

function start(env: Record<string, string> = {}) {
  const run = startHeadless(['--profile', dir], env)
  started.push(run)
  return run
}

test('the first line says ready', async () => {
  const run = start()
  await run.line(({ event }) => event === 'ready')
  expect(run.lines[0]).toEqual({ event: 'ready' })
})

describe('the run ends', () => {
  test.each<[string, (run: Headless) => void]>([
    ['when its input ends', (run) => run.closeInput()],
    ['by SIGTERM', (run) => run.signal('SIGTERM')],
    ['by SIGINT', (run) => run.signal('SIGINT')],
    ['when asked to', (run) => run.write('{"id":"q","call":"headless:quit"}\n')],
  ])('%s, with the exit code 0', async (_how, end) => {
    const run = start()
    await run.line(({ event }) => event === 'ready')
    end(run)
    expect(await run.ended).toBe(0)
    expect(run.complaints()).toBe('')
  })

  test('after the questions that were asked have their answers', async () => {
    const run = start()
    run.write('{"id":1,"call":"settings:get"}\n{"id":2,"call":"queue:status"}\n')
    run.closeInput()
    expect(await run.ended).toBe(0)
    expect(run.lines.filter(({ ok }) => ok).map(({ id }) => id)).toEqual([1, 2])
  })

  test('at once, with words, when the profile is none', async () => {
    const run = startHeadless(['--profile', import.meta.filename])
    expect(await run.ended).toBe(1)
    expect(run.complaints()).not.toBe('')
    expect(run.lines).toEqual([])
  })

  test('at once, with words, without a profile', async () => {
    const run = startHeadless([])
    expect(await run.ended).toBe(2)
    expect(run.complaints()).toContain('--profile DIR')
  })
})

test('the arguments are checked like the window’s', async () => {
  const run = start()

  const wrong = await run.call('library:edit', { accountId: 1, title: 'anime:1' }, { score: 101 })

  expect(wrong).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  expect(await run.call('db:query', 'DROP TABLE entries')).toMatchObject({ ok: false })
  expect(await run.call('settings:set', { holdSeconds: 0 })).toMatchObject({ ok: true })
})

test('a real service is refused while nobody says who is asking', async () => {
  const run = start()
  const token = 'TSUZUKI-CANARY-headless-token'

  const answer = await run.call('headless:sign-in', { service: 'anilist', token })

  expect(answer).toMatchObject({ ok: false, failure: { code: 'blocked' } })
})

test('a list is loaded, edited and sent, and the next run finds it again', async () => {
  const run = start()
  await run.call('settings:set', { holdSeconds: 0 })
  const account = (await run.call('accounts:try', 'anilist')).value as Account
  const read = (said: { event?: string; payload?: unknown }) =>
    said.event === 'sync:changed' && (said.payload as { syncedAt: unknown }).syncedAt !== null
  await run.line(read)
  const { rows } = (await run.call('library:rows', account.id, 'anime', null)).value as RowChunk
  const ref = { accountId: account.id, title: rows[0]!.title }

  expect(await run.call('library:edit', ref, { notes: 'from a script' })).toMatchObject({
    ok: true,
  })
  expect(await run.call('headless:idle')).toMatchObject({ value: { waiting: 0, sending: 0 } })
  run.closeInput()
  expect(await run.ended).toBe(0)

  const again = start()
  expect(await again.call('library:row', ref)).toMatchObject({
    value: { state: 'saved', entry: { notes: 'from a script' } },
  })
})

test('no token of the sandbox stands in the profile’s log, settings or database', async () => {
  const run = start()
  await run.call('headless:sign-in', { service: 'anilist', token: 'TSUZUKI-CANARY-1' })
  await run.call('headless:sign-in', { service: 'TSUZUKI-CANARY-2', token: 'x' })
  run.write('{"id":1,"call":"TSUZUKI-CANARY-3"\n')
  run.closeInput()
  await run.ended

  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const texts = files
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
  expect(texts.join('')).not.toContain('CANARY')
})
