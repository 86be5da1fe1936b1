import { afterEach, expect, test } from 'vitest'
import { idOf } from '../../../../src/shared/media'
import type { Behaviour } from '../../../../src/sandbox/behaviour'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

const started: SignedIn[] = []

afterEach(async () => {
  for (const { app, profile } of started.splice(0)) {
    await app.stop()
    profile.remove()
  }
})

const put = 'PUT my/{mediaType}/{id}/ratings'

/** Marks two finished manga as being read again, one after the other. */
async function rereadTwice(rereadKey: Behaviour['rereadKey']) {
  const all = await startSignedIn('anisearch')
  started.push(all)
  const { app, ref, clock, sandbox, catalogue } = all
  sandbox.control.setBehaviour({ rereadKey })
  const manga = (await all.rows()).filter(
    ({ title, entry }) => title.startsWith('manga:') && entry.status === 'completed',
  )
  const titles = manga.slice(0, 2).map(({ title }) => title)
  const writes: number[] = []
  for (const title of titles) {
    await app.handlers['library:repeat'](ref(title), 'start')
    await clock.advance(3 * 60_000)
    writes.push(sandbox.inspect.requests('anisearch')[put] ?? 0)
  }
  const isRereadThere = titles.map((title) => {
    const id = catalogue.byAnisearch('manga', idOf(title))?.id ?? 0
    return sandbox.inspect.entry('anisearch', id)?.repeating
  })
  await app.handlers['sync:now'](all.account.id, true)
  await clock.advance(10 * 60_000)
  const rows = await all.rows()
  const shown = titles.map((title) => rows.find((row) => row.title === title)?.entry.status)
  return { writes, isRereadThere, shown, all }
}

test('a reread that did not stick is written once more, and stays', async () => {
  const { writes, isRereadThere, shown, all } = await rereadTwice('is_reread')

  expect(writes).toEqual([2, 3])
  expect(isRereadThere).toEqual([true, true])
  expect(shown).toEqual(['repeating', 'repeating'])
  expect(await all.app.handlers['queue:status']()).toMatchObject({ waiting: 0 })
})

test('a reread that stuck is written once', async () => {
  const { writes, isRereadThere, shown } = await rereadTwice('is_rereading')

  expect(writes).toEqual([1, 2])
  expect(isRereadThere).toEqual([true, true])
  expect(shown).toEqual(['repeating', 'repeating'])
})
