import { afterEach, expect, test } from 'vitest'
import { missing } from '../../../../src/main/services/custom-lists'
import type { ServiceId } from '../../../../src/shared/service'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

const started: SignedIn[] = []

afterEach(async () => {
  for (const { app, profile } of started.splice(0)) {
    await app.stop()
    profile.remove()
  }
})

async function start(service: ServiceId) {
  const all = await startSignedIn(service)
  started.push(all)
  const answered = async <T>(answer: T | Promise<T>) => {
    let isOver = false
    const over = () => void (isOver = true)
    const pending = Promise.resolve(answer)
    pending.then(over, over)
    await all.clock.advanceUntil(() => isOver, 60 * 60_000)
    return pending
  }
  const updates = () => all.sandbox.inspect.requests(service)['mutation UpdateUser'] ?? 0
  return { ...all, answered, updates }
}

test('lists that are missing are made in one request, behind those that are there', async () => {
  const { app, account, answered, updates } = await start('anilist')
  const before = account.options.customLists

  const now = await answered(
    app.handlers['accounts:create-lists'](account.id, {
      anime: ['Rainy days', before.anime[0]!, 'Rainy days'],
      manga: ['On the train'],
    }),
  )

  expect(now.options.customLists).toEqual({
    anime: [...before.anime, 'Rainy days'],
    manga: [...before.manga, 'On the train'],
  })
  expect(app.told('accounts:changed').at(-1)).toEqual([now])
  expect(updates()).toBe(1)
})

test('a list that was made elsewhere meanwhile is kept', async () => {
  const { app, account, answered, sandbox } = await start('anilist')
  const { anime, manga } = account.options.customLists
  sandbox.control.setUser('anilist', {
    customLists: { anime: [...anime, 'Made elsewhere'], manga },
  })

  const now = await answered(
    app.handlers['accounts:create-lists'](account.id, { anime: ['Rainy days'] }),
  )

  expect(now.options.customLists.anime.slice(-2)).toEqual(['Made elsewhere', 'Rainy days'])
})

test('nothing is asked to change when every list is there', async () => {
  const { app, account, answered, updates } = await start('anilist')

  const names = account.options.customLists
  const now = await answered(app.handlers['accounts:create-lists'](account.id, names))

  expect(now.options.customLists).toEqual(names)
  expect(updates()).toBe(0)
})

test('a list that is removed leaves its entries on the list, and off the custom one', async () => {
  const { app, account, answered, clock, rows } = await start('anilist')
  const name = account.options.customLists.anime[0]!
  const listed = () =>
    rows().then((all) => all.filter(({ entry }) => entry.customLists.includes(name)))
  const before = await rows()
  expect(await listed()).not.toEqual([])

  const now = await answered(app.handlers['accounts:remove-list'](account.id, 'anime', name))
  await clock.advanceUntil(
    () => app.told('sync:changed').at(-1)?.phase === 'idle',
    24 * 60 * 60_000,
  )

  expect(now.options.customLists.anime).not.toContain(name)
  expect(await listed()).toEqual([])
  expect(await rows()).toHaveLength(before.length)
})

test.each(['anilist-v1', 'anisearch'] as const)(
  '%s, which cannot make any, spends no request',
  async (service) => {
    const { app, account, sandbox, answered } = await start(service)
    const before = sandbox.inspect.requests(service)

    await expect(
      answered(app.handlers['accounts:create-lists'](account.id, { anime: ['Rainy days'] })),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input', reason: 'ability-missing' } })
    expect(sandbox.inspect.requests(service)).toEqual(before)
  },
)

test('only kinds that lack a list are named', () => {
  expect(missing({ anime: ['a'], manga: ['b'] }, { anime: ['a'], manga: ['c'] })).toEqual({
    manga: ['b', 'c'],
  })
  expect(missing({ anime: [], manga: [] }, {})).toEqual({})
})
