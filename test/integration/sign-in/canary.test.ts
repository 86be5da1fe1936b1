import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSecrets } from '../../../src/main/desktop/secrets'
import { createHttpTransport } from '../../../src/main/http/request'
import { createAnswer, type AnswerCall } from '../../../src/main/ipc/answer'
import { createLog } from '../../../src/main/log/log'
import { systemClock } from '../../../src/sandbox/system-clock'
import type { ServiceId } from '../../../src/shared/service'
import { canaryMark, createCanaries, filesWith } from '../../support/canaries'
import { copiedFrom, decideAt, followTo } from '../../support/person'
import { allWays, startSignInApp, type SignInApp } from '../../support/sign-in-app'
import { createProfile, type Profile } from '../../support/start-app'
import { createFakeSafeStorage } from '../../unit/main/desktop/fake-electron'
import { goodArguments } from '../../unit/main/ipc/good-arguments'

vi.mock('electron', async () => {
  const { forStores } = await import('../../unit/main/desktop/fake-electron')
  return { default: forStores('/nowhere') }
})

let profile: Profile
let here: SignInApp
let canaries: ReturnType<typeof createCanaries>
/** Everything that a window, a browser or a terminal could show. */
let said: string[]
let answer: AnswerCall

beforeEach(async () => {
  profile = createProfile()
  canaries = createCanaries(createHttpTransport())
  said = []
  const log = createLog({ dir: join(profile.dir, 'logs'), clock: systemClock, homeDir: null })
  const secrets = openSecrets({
    dir: profile.dir,
    safeStorage: createFakeSafeStorage('protected'),
    platform: 'linux',
    log,
    onNotice: () => {},
  })
  here = await startSignInApp({ profile, app: { transport: canaries.transport, secrets, log } })
  answer = createAnswer({ handlers: here.app.handlers, log })
})
afterEach(async () => {
  await here.stop()
  profile.remove()
})

/** Calls as the window does, and notes what it would be told. */
async function ask(name: string, ...args: readonly unknown[]) {
  const result = await answer(name, args)
  said.push(JSON.stringify(result))
  return result
}

async function signIn(service: ServiceId, way: string) {
  const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
  here.sandbox.control.setClient(service, {
    id: 'our-program',
    name: 'Tsuzuki',
    secret: 'the-real-secret',
    redirectUris: [`http://127.0.0.1:${here.port}/sign-in`],
  })
  await ask('accounts:set-client', { service, clientId: 'our-program', ownRedirect: '' })
  here.desk.clipboard = canaries.plant('the-real-secret', 'secret')
  await ask('accounts:paste-secret', service)
  await ask('accounts:sign-in', { service, way })
  const target = await decideAt(here.opened.at(-1) ?? '')
  if (way === 'pin') {
    here.desk.clipboard = canaries.plant(copiedFrom(target), 'pin')
    await ask('accounts:paste')
  } else said.push((await followTo(canaries.inAddress(target))).text)
  return ended
}

/** What must be nowhere: the canaries, and what this run made up itself. */
function secretsOfThisRun(): string[] {
  const states = here.opened.map((url) => new URL(url).searchParams.get('state') ?? canaryMark)
  return [canaryMark, ...states]
}

/** Events, answers and pages that hold a secret. */
function leaks(): string[] {
  const events = here.app.events.map((event) => JSON.stringify(event))
  return [...said, ...events].filter((text) =>
    secretsOfThisRun().some((secret) => text.includes(secret)),
  )
}

describe.each(allWays)('a token of %s by %s', (service, way) => {
  test('is found nowhere while everything works', async () => {
    expect(await signIn(service, way)).toMatchObject({ phase: 'done' })
    here.sandbox.control.expireTokens(service)
    const read = here.heard('sync:changed', ({ phase }) => phase === 'idle')
    await ask('sync:now', 1, true)
    await read
    const saved = await saveEverywhere()
    await askEverything()

    expect(saved).toHaveLength(1)
    expect(canaries.count()).toBeGreaterThan(1)
    expect(leaks()).toEqual([])
    expect(filesWith(profile.dir, secretsOfThisRun())).toEqual([])
  })

  test('is found nowhere while the service repeats all it was told', async () => {
    expect(await signIn(service, way)).toMatchObject({ phase: 'done' })
    canaries.repeatEverything(true)
    const failed = here.heard('sync:changed', ({ failure }) => failure !== null)
    await ask('sync:now', 1, true)
    await failed
    await ask('accounts:sign-in', { service, way })
    const target = await decideAt(here.opened.at(-1) ?? '')
    const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
    if (way === 'pin') {
      here.desk.clipboard = canaries.plant(copiedFrom(target), 'pin')
      await ask('accounts:paste')
    } else said.push((await followTo(canaries.inAddress(target))).text)
    expect(await ended).toMatchObject({ phase: 'failed' })
    await askEverything()

    expect(leaks()).toEqual([])
    expect(filesWith(profile.dir, secretsOfThisRun())).toEqual([])
  })

  test('stands in its file as a ciphertext', async () => {
    await signIn(service, way)
    const file = JSON.parse(readFileSync(join(profile.dir, 'sign-ins.json'), 'utf8')) as {
      records: Record<string, Record<string, string>>
    }

    expect(Object.keys(file.records).sort()).toEqual(['account:1', `client:${service}`])
    for (const record of Object.values(file.records))
      expect(Object.keys(record)).toEqual(['sealed'])
  })
})

/** Saves the list as the user can, among the files that are searched; answers their names. */
async function saveEverywhere(): Promise<readonly string[]> {
  here.desk.savesTo = profile.dir
  const before = new Set(readdirSync(profile.dir))
  await ask('backup:export', ...goodArguments['backup:export'])
  return readdirSync(profile.dir).filter((name) => !before.has(name))
}

/** All calls of the contract, the ones that take something away last. */
async function askEverything() {
  const last = ['accounts:sign-out', 'accounts:remove']
  const names = Object.keys(goodArguments).filter((name) => !last.includes(name))
  for (const name of names) await ask(name, ...goodArguments[name as keyof typeof goodArguments])
  await ask('accounts:sign-out', 1)
  await ask('accounts:remove', 1)
}

test('the search finds a canary that does get out', async () => {
  const canary = canaries.plant('a-secret', 'loose')
  await ask(canary)
  here.profile.kept.settings = { ...here.profile.kept.settings, contact: canary }
  await ask('settings:get')

  expect(leaks()).not.toEqual([])
})
