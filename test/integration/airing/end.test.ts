import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/sandbox/sandbox'
import { createSandboxTransport, memoryEnv } from '../../support/sandbox-transport'
import { isReading, rowsOf, signIn } from '../../support/signed-in'
import { createProfile, startApp } from '../../support/start-app'
import { createVirtualClock } from '../../support/virtual-clock'

test('an edit that is answered while the program ends starts nothing that outlives it', async () => {
  const clock = createVirtualClock()
  const sandbox = createSandbox({ clock, entries: 40, services: ['anilist'] })
  const wire = createSandboxTransport(sandbox)
  const profile = createProfile()
  let answer: (() => void) | undefined
  const app = startApp(profile, {
    clock,
    env: memoryEnv,
    transport: async (request) => {
      const answered = await wire(request)
      if (request.body?.includes('SaveMediaListEntry')) {
        await new Promise<void>((resolve) => (answer = resolve))
      }
      return answered
    },
  })
  await app.start()
  const account = await signIn(app, 'anilist', sandbox, clock)
  await clock.advanceUntil(() => !isReading(app), 3_600_000)
  const row = (await rowsOf(app, account.id)).find(
    ({ entry, title }) => title.startsWith('anime') && entry.progress > 1,
  )!
  const ref = { accountId: account.id, title: row.title }
  await app.handlers['library:edit'](ref, { progress: row.entry.progress - 1 })
  await clock.advanceUntil(() => answer !== undefined, 120_000)
  // What follows the lists has looked at the edit by then, and waits for nothing.
  await clock.advance(5_000)

  const stopped = app.stop()
  answer?.()
  await stopped
  await expect(clock.advance(600_000)).resolves.toBeUndefined()
  profile.remove()
})
