import { afterEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox'
import { serviceIds, type ServiceId } from '../../src/shared/service'
import { createSandboxTransport, memoryEnv } from '../support/sandbox-transport'
import { createProfile, startApp } from '../support/start-app'
import { createVirtualClock } from '../support/virtual-clock'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function signedIn(service: ServiceId, entries = 40) {
  const clock = createVirtualClock()
  const sandbox = createSandbox({ clock, entries, services: [service] })
  const profile = createProfile()
  const transport = createSandboxTransport(sandbox)
  const app = startApp(profile, { clock, transport, env: memoryEnv })
  cleanups.push(profile.remove)
  await app.start()
  const pending = app.signInWithToken(service, {
    accessToken: sandbox.accounts[service]!.token,
    refreshToken: null,
    expiresAt: null,
    scopes: [],
  })
  await clock.advance(5_000)
  const account = await pending
  await clock.advance(200_000)
  return { app, clock, sandbox, account, profile }
}

describe.each(serviceIds)('%s', (service) => {
  test('a list is read and an edit reaches the service', async () => {
    const { app, clock, sandbox, account } = await signedIn(service)
    const state = (await app.handlers['sync:states']())[0]
    expect(state).toMatchObject({ phase: 'idle', failure: null })
    const { rows } = await app.handlers['library:rows'](account.id, 'anime', null)
    expect(rows).toHaveLength(sandbox.inspect.entries(service, 'anime').length)

    const row = rows.find(({ entry }) => entry.status === 'current' && entry.progress > 1)!
    const ref = { accountId: account.id, title: row.title }
    await app.handlers['library:edit'](ref, { progress: row.entry.progress - 1, score: 70 })
    await clock.advance(200_000)

    const mediaId = Number(row.title.split(':')[1])
    const there = sandbox.inspect.entry(service, mediaId)
    expect(there).toMatchObject({ progress: row.entry.progress - 1, score: 70 })
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
    expect((await app.handlers['library:row'](ref))?.state).toBe('saved')
    expect(sandbox.inspect.violations(service)).toMatchObject({})
  })
})
