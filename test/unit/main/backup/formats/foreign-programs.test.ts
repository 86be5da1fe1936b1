import { test, vi } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import type { Status } from '../../../../../src/shared/status'
import { bytesOf, readText } from '../support/fixtures'
import { expectRead, fuzzy, iso, rawOf } from '../support/foreign'
import { tachibk } from '../support/mihon'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

const yamtrackStatus: Readonly<Record<string, string>> = {
  current: 'In progress',
  completed: 'Completed',
  paused: 'Paused',
  dropped: 'Dropped',
  planned: 'Planning',
  repeating: 'Repeating',
}

test('reads the table of Yamtrack', () => {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  const head =
    'media_id,source,media_type,title,score,progress,status,repeats,start_date,end_date,notes'
  expectRead(
    (entries) =>
      readText(
        [
          head,
          ...entries.map((entry) =>
            [
              String(entry.id),
              'mal',
              entry.kind,
              entry.name,
              entry.halves === 0 ? '' : (entry.halves / 2).toFixed(1),
              String(entry.progress),
              yamtrackStatus[entry.status] ?? '',
              String(entry.repeats),
              entry.started === null ? '' : iso(entry.started),
              entry.finished === null ? '' : `${iso(entry.finished)} 00:00:00+00:00`,
              entry.notes,
            ]
              .map(quoted)
              .join(),
          ),
        ].join('\n'),
      ),
    (entry) => ({
      status: entry.status,
      score: rawOf(entry.halves),
      progress: entry.progress,
      repeats: entry.repeats,
      startedAt: fuzzy(entry.started),
      completedAt: fuzzy(entry.finished),
      notes: entry.notes,
    }),
  )
})

const mihonStatus: readonly (Status | null)[] = [
  null,
  'current',
  'completed',
  'paused',
  'dropped',
  'planned',
  'repeating',
]

test('reads the backup of Mihon', () => {
  const midnight = (date: Date | null) =>
    date === null ? {} : { at: Date.parse(`${iso(date)}T00:00:00Z`) }
  expectRead(
    (entries) =>
      readBackup(
        tachibk(
          entries.map((entry) => ({
            title: entry.name,
            tracking: [
              {
                tracker: 2,
                mediaId: entry.id,
                title: entry.name,
                progress: entry.progress,
                score: entry.halves * 5,
                status: mihonStatus.indexOf(entry.status),
                private: entry.private,
                ...rename('startedAt', midnight(entry.started)),
                ...rename('finishedAt', midnight(entry.finished)),
              },
            ],
          })),
        ),
      ),
    (entry) => ({
      status: entry.status,
      score: rawOf(entry.halves),
      ...(entry.started === null ? {} : { startedAt: fuzzy(entry.started) }),
      ...(entry.finished === null ? {} : { completedAt: fuzzy(entry.finished) }),
      private: entry.private,
      progress: entry.progress,
    }),
  )
})

function rename(name: string, { at }: { at?: number }): Record<string, number> {
  return at === undefined ? {} : { [name]: at }
}

test('reads the list of Taiga', () => {
  const order = ['', 'current', 'completed', 'paused', 'dropped', 'planned']
  const escape = (text: string) => text.replace(/[&<>]/g, (mark) => `&#${mark.codePointAt(0)};`)
  const day = (date: Date | null) => (date === null ? '0000-00-00' : iso(date))
  expectRead(
    (entries) =>
      readBackup(
        bytesOf(
          `<library>${entries
            .map(
              (entry) =>
                `<anime><id>${entry.id}</id><progress>${entry.progress}</progress>` +
                `<date_start>${day(entry.started)}</date_start><date_end>${day(entry.finished)}</date_end>` +
                `<score>${entry.halves * 5}</score><status>${order.indexOf(entry.status)}</status>` +
                `<private>${entry.private ? 1 : 0}</private>` +
                `<rewatched_times>${entry.repeats}</rewatched_times>` +
                `<notes>${escape(entry.notes)}</notes></anime>`,
            )
            .join('\n')}</library>`,
        ),
        { idsAre: 'anilist', scoreFormat: 'point-100' },
      ),
    (entry) => ({
      status: entry.status,
      progress: entry.progress,
      startedAt: fuzzy(entry.started),
      completedAt: fuzzy(entry.finished),
      score: rawOf(entry.halves),
      private: entry.private,
      repeats: entry.repeats,
      notes: entry.notes,
    }),
    ({ kind, status }) => kind === 'anime' && status !== 'repeating',
  )
})

test('reads the list of Automail in each format of scores', () => {
  const formats = [
    ['POINT_100', (halves: number) => halves * 5, (halves: number) => halves * 5],
    ['POINT_10_DECIMAL', (halves: number) => halves / 2, (halves: number) => halves * 5],
    [
      'POINT_10',
      (halves: number) => Math.floor(halves / 2),
      (halves: number) => Math.floor(halves / 2) * 10,
    ],
  ] as const
  const parts = (date: Date | null) =>
    date === null
      ? { year: null, month: null, day: null }
      : { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  for (const [scoreFormat, shown, raw] of formats) {
    expectRead(
      (entries) =>
        readText(
          JSON.stringify({
            version: '1.02',
            type: 'ANIME',
            User: { name: 'Mia', id: 5, mediaListOptions: { scoreFormat } },
            MediaListCollection: {
              lists: [
                {
                  name: 'All',
                  isCustomList: false,
                  entries: entries.map((entry) => ({
                    mediaId: entry.id,
                    status:
                      { current: 'CURRENT', planned: 'PLANNING' }[entry.status as string] ??
                      entry.status.toUpperCase(),
                    score: shown(entry.halves),
                    progress: entry.progress,
                    repeat: entry.repeats,
                    notes: entry.notes,
                    hiddenFromStatusLists: entry.private,
                    customLists: null,
                    startedAt: parts(entry.started),
                    completedAt: parts(entry.finished),
                    media: { title: { romaji: entry.name } },
                  })),
                },
              ],
            },
          }),
        ),
      (entry) => ({
        status: entry.status,
        score: raw(entry.halves) || null,
        progress: entry.progress,
        repeats: entry.repeats,
        notes: entry.notes,
        hidden: entry.private,
        customLists: [],
        startedAt: fuzzy(entry.started),
        completedAt: fuzzy(entry.finished),
      }),
      // The same number is one title in a file of one kind.
      ({ kind }) => kind === 'anime',
    )
  }
})
