import { afterEach, expect, test } from 'vitest'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

const started: SignedIn[] = []

afterEach(async () => {
  for (const { app, profile } of started.splice(0)) {
    await app.stop()
    profile.remove()
  }
})

test('what the service would refuse is refused before it waits, and changes nothing', async () => {
  const world = await startSignedIn('anilist')
  started.push(world)
  const { app, ref, rows } = world
  const [row] = await rows()
  const before = row ?? expect.unreachable()

  for (const patch of [{ notes: 'x'.repeat(6_001) }, { repeats: 1_001 }]) {
    expect(() => app.handlers['library:edit'](ref(before.title), patch)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'invalid-input' }) }),
    )
  }

  expect((await app.handlers['library:row'](ref(before.title)))?.entry).toEqual(before.entry)
  expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0 })
  await app.handlers['library:edit'](ref(before.title), { notes: 'x'.repeat(6_000) })
  expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 1 })
})
