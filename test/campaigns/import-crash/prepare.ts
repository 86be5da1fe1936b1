import { writeTsuzuki } from '../../../src/main/backup/writers/tsuzuki'
import { gzipSync } from 'node:zlib'
import type { ExportRow } from '../../../src/main/backup/writers/export'
import type { Entry, ListRow } from '../../../src/shared/entry'
import { emptyFields } from '../../../src/shared/entry'
import { titleKey, unknownMedia } from '../../../src/shared/media'
import { createRandom, pick, whole } from '../../support/random'
import { startSignedIn } from '../../support/signed-in'
import { saveStory, type Story } from './profile'

const entries = 220
const more = 160

/**
 * A profile whose list differs from the file beside it in every way: titles of both, changed in any
 * field, titles that the file has more, and some that it lacks. It lies in `folder`.
 */
export async function prepareStory(seed: number, folder: string): Promise<Story> {
  const world = await startSignedIn('anilist', { entries, seed, profileIn: folder })
  const random = createRandom(seed)
  const rows = await world.rows()
  const { account, profile, app } = world
  await app.stop()
  const kept = rows.filter(() => random() < 0.9).map((row) => changed(row, random))
  const added = Array.from({ length: more }, (_, at) => addition(at, random))
  const { bytes } = writeTsuzuki([{ account, rows: [...kept, ...added] }], {
    madeAt: 0,
    appVersion: '0',
    includePrivate: true,
  })
  saveStory(profile.dir, gzipSync(bytes), profile.secrets)
  return { dir: profile.dir, accountId: account.id }
}

type Random = () => number

function changed({ entry, media }: ListRow, random: Random): ExportRow {
  return { media, entry: random() < 0.3 ? entry : { ...entry, ...someFields(random) } }
}

function addition(at: number, random: Random): ExportRow {
  const title = titleKey(at % 2 === 0 ? 'anime' : 'manga', 5_000_000 + at)
  const entry: Entry = {
    ...emptyFields,
    ...someFields(random),
    title,
    entryId: null,
    createdAt: null,
    updatedAt: null,
  }
  return { entry, media: unknownMedia(title) }
}

function someFields(random: Random) {
  return {
    status: pick(random, [
      'current',
      'completed',
      'paused',
      'dropped',
      'planned',
      'repeating',
    ] as const),
    score: pick(random, [null, 10, 55, 100]),
    progress: whole(random, 40),
    progressVolumes: whole(random, 5),
    repeats: whole(random, 3),
    startedAt: pick(random, [null, 20200100, 20190203]),
    completedAt: pick(random, [null, 20210000, 20220203]),
    notes: pick(random, ['', 'Häh?', 'line 1\nline 2']),
    private: random() < 0.2,
    hidden: random() < 0.2,
    advancedScores: pick(random, [{}, { Story: 70 }]),
    priority: whole(random, 3),
  }
}
