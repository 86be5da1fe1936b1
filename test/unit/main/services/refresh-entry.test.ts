import { afterEach, describe, expect, test } from 'vitest'
import { idOf, kindOf, type TitleKey } from '../../../../src/shared/media'
import { serviceIds, type ServiceId } from '../../../../src/shared/service'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

const started: SignedIn[] = []

afterEach(async () => {
  for (const { app, profile } of started.splice(0)) {
    await app.stop()
    profile.remove()
  }
})

async function start(service: ServiceId) {
  const all = await startSignedIn(service, {
    services: [...new Set([service, 'anilist' as const])],
  })
  started.push(all)
  await all.clock.advance(10 * 60_000)
  const rows = await all.rows()
  const row = rows.find(({ entry }) => entry.status === 'current') ?? expect.unreachable()
  const there = (title: TitleKey) =>
    service === 'anisearch'
      ? (all.catalogue.byAnisearch(kindOf(title), idOf(title))?.id ?? 0)
      : idOf(title)
  const refresh = async () => {
    let isOver = false
    const pending = Promise.resolve(all.app.handlers['sync:entry'](all.ref(row.title)))
    const over = () => void (isOver = true)
    pending.then(over, over)
    await all.clock.advanceUntil(() => isOver, 60 * 60_000)
    return pending
  }
  const entry = async () => (await all.app.handlers['library:row'](all.ref(row.title)))?.entry
  const before = { ...all.sandbox.inspect.requests(service) }
  const askedSince = () =>
    Object.entries(all.sandbox.inspect.requests(service)).flatMap(([route, count]) =>
      Array.from({ length: count - (before[route] ?? 0) }, () => route),
    )
  return { ...all, row, mediaId: there(row.title), refresh, entry, askedSince }
}

describe.each(serviceIds)('refreshing an entry of %s', (service) => {
  test('shows what was changed elsewhere', async () => {
    const { sandbox, mediaId, refresh, entry } = await start(service)
    sandbox.control.remoteEdit(service, mediaId, { notes: 'Changed elsewhere.' })

    expect(await refresh()).toBe('changed')
    expect((await entry())?.notes).toBe('Changed elsewhere.')
    expect(await refresh()).toBe('same')
  })

  test('costs one request when it is asked for twice at once, and both are told', async () => {
    const { sandbox, mediaId, refresh, askedSince } = await start(service)
    sandbox.control.remoteEdit(service, mediaId, { notes: 'Changed elsewhere.' })
    const told = await Promise.all([refresh(), refresh()])

    expect(told).toContain('changed')
    expect(askedSince()).toHaveLength(1)
  })

  test('keeps what waits here', async () => {
    const { app, sandbox, mediaId, refresh, entry, row, ref } = await start(service)
    await app.handlers['queue:hold'](true)
    await app.handlers['library:edit'](ref(row.title), { notes: 'Mine.' })
    sandbox.control.remoteEdit(service, mediaId, { score: 30 })

    expect(await refresh()).toBe('changed')
    expect(await entry()).toMatchObject({ notes: 'Mine.', score: 30 })
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 1 })
  })

  test('takes a title off the list that is gone there', async () => {
    const { sandbox, mediaId, refresh, entry } = await start(service)
    sandbox.control.remoteEdit(service, mediaId, null)

    expect(await refresh()).toBe('gone')
    expect(await entry()).toBeUndefined()
  })

  test('spends one request on the list', async () => {
    const { refresh, askedSince, row } = await start(service)
    await refresh()

    const kind = kindOf(row.title)
    const routes = {
      anilist: ['query Page.mediaList'],
      'anilist-v1': [`GET user/{user}/${kind}list/raw`],
      anisearch: ['GET my/{mediaType}/{id}/ratings'],
    }
    expect(askedSince()).toEqual(routes[service])
  })

  test('needs a sign-in, and says so without asking', async () => {
    const { app, account, refresh, askedSince } = await start(service)
    await app.handlers['accounts:sign-out'](account.id)
    const before = askedSince().filter((route) => !route.includes('auth'))

    await expect(refresh()).rejects.toMatchObject({ failure: { code: 'signed-out' } })
    expect(askedSince().filter((route) => !route.includes('auth'))).toEqual(before)
  })
})

test('its title is asked for again as well where another service lends it', async () => {
  const { refresh, sandbox, clock } = await start('anisearch')
  const asked = () => sandbox.inspect.requests('anilist')['query Page.media'] ?? 0
  const before = asked()

  await refresh()
  await clock.advance(60_000)

  expect(asked()).toBe(before + 1)
})
