import { afterEach, expect, test } from 'vitest'
import { idOf } from '../../../../src/shared/media'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

let all: SignedIn | null = null

afterEach(async () => {
  await all?.app.stop()
  all?.profile.remove()
  all = null
})

const minute = 60_000

// aniSearch says `success` of every write, so what became of it shows when the list is read.
test('what the service made of a write is taken over when the list is read after it', async () => {
  all = await startSignedIn('anisearch', { settings: { syncMinutes: 15 } })
  const { app, ref, rows, clock, sandbox, catalogue } = all
  const title = (await rows()).find((row) => row.title.startsWith('anime:'))!.title
  const shown = async () => (await rows()).find((row) => row.title === title)?.entry.notes
  const reads = () => sandbox.inspect.requests('anisearch')['GET my/{mediaType}/ratings'] ?? 0
  await app.handlers['library:edit'](ref(title), { notes: 'as I wrote it' })
  await clock.advance(2 * minute)
  expect(await shown()).toBe('as I wrote it')
  const mediaId = catalogue.byAnisearch('anime', idOf(title))?.id ?? 0
  sandbox.control.remoteEdit('anisearch', mediaId, { notes: 'as it was kept' })
  const before = reads()

  await clock.advance(20 * minute)

  expect(reads()).toBeGreaterThan(before)
  expect(await shown()).toBe('as it was kept')
})
