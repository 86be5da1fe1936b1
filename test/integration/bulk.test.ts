import { afterEach, expect, test } from 'vitest'
import { startSignedIn } from '../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function setUp() {
  const world = await startSignedIn('anilist')
  cleanups.push(world.profile.remove)
  const list = await world.rows()
  const chosen = list.filter(({ entry }) => entry.status === 'current').slice(0, 6)
  const refs = chosen.map(({ title }) => world.ref(title))
  const entries = async () => {
    const now = await world.rows()
    return chosen.map(({ title }) => now.find((row) => row.title === title)?.entry)
  }
  return { ...world, chosen, refs, entries }
}

test('a change of many in two calls is one undo', async () => {
  const { app, refs, entries, chosen } = await setUp()
  const pause = { do: 'set', patch: { status: 'paused' } } as const

  const first = await app.handlers['library:edit-many'](refs.slice(0, 3), pause, null)
  const rest = await app.handlers['library:edit-many'](refs.slice(3), pause, first.group)

  expect([first.changed, rest.changed]).toEqual([3, 3])
  expect((await entries()).map((entry) => entry?.status)).toEqual(refs.map(() => 'paused'))

  expect((await app.handlers['history:undo'](first.group)).count).toBe(6)
  expect(await entries()).toEqual(chosen.map(({ entry }) => entry))
})

test('a custom list is added to each without taking others away', async () => {
  const { app, refs, entries, chosen } = await setUp()
  const before = chosen.map(({ entry }) => entry.customLists)

  await app.handlers['library:edit-many'](refs, { do: 'list', name: 'Rainy days', on: true }, null)

  const after = (await entries()).map((entry) => entry?.customLists ?? [])
  after.forEach((lists, at) => {
    expect(lists).toContain('Rainy days')
    expect(lists).toEqual(expect.arrayContaining([...(before[at] ?? [])]))
  })
})

test('many are removed at once and come back with one undo', async () => {
  const { app, refs, entries, chosen } = await setUp()

  const { changed, group } = await app.handlers['library:edit-many'](refs, { do: 'remove' }, null)
  expect(changed).toBe(6)
  expect(await entries()).toEqual(refs.map(() => undefined))

  // What is gone already is not counted again.
  const again = await app.handlers['library:edit-many'](refs, { do: 'remove' }, null)
  expect(again).toEqual({ changed: 0, group: null })

  await app.handlers['history:undo'](group)
  const fields = (await entries()).map((entry) => [entry?.status, entry?.progress, entry?.score])
  expect(fields).toEqual(chosen.map(({ entry }) => [entry.status, entry.progress, entry.score]))
})
