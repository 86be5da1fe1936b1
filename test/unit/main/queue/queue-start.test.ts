import { expect, test } from 'vitest'
import { startSignedIn } from '../../../support/signed-in'
import { startApp } from '../../../support/start-app'

test('what an earlier run left is told before anything may be sent', async () => {
  const world = await startSignedIn('anilist')
  const { app, clock, profile, rows, ref } = world
  const [row] = await rows()
  await app.handlers['library:edit'](ref(row!.title), { notes: 'Left behind.' })
  await app.stop()

  const next = startApp(profile, { clock })
  try {
    expect(await next.handlers['queue:status']()).toMatchObject({ waiting: 1 })
    expect((await next.handlers['library:row'](ref(row!.title)))?.state).toBe('waiting')
  } finally {
    await next.stop()
    profile.remove()
  }
})
