import { test, vi } from 'vitest'
import type { Status } from '../../../../../src/shared/status'
import { readText } from '../support/fixtures'
import { expectRead, fuzzy, iso, rawOf, type SimpleEntry } from '../support/foreign'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

const notRepeating = ({ status }: SimpleEntry) => status !== 'repeating'

const kitsuStatus: Readonly<Record<Status, string>> = {
  current: 'current',
  completed: 'completed',
  paused: 'on_hold',
  dropped: 'dropped',
  planned: 'planned',
  repeating: 'completed',
  'not-interested': '',
}

test('reads what the API of Kitsu gives', () => {
  const instant = (date: Date | null) => (date === null ? null : `${iso(date)}T00:00:00.000Z`)
  expectRead(
    (entries) =>
      readText(
        JSON.stringify({
          data: entries.map((entry, at) => ({
            id: String(at),
            type: 'libraryEntries',
            attributes: {
              status: kitsuStatus[entry.status],
              progress: entry.progress,
              reconsuming: entry.status === 'repeating',
              reconsumeCount: entry.repeats,
              notes: entry.notes,
              private: entry.private,
              startedAt: instant(entry.started),
              finishedAt: instant(entry.finished),
              ratingTwenty: entry.halves || null,
            },
            relationships: {
              [entry.kind]: { data: { type: entry.kind, id: String(entry.id) } },
            },
          })),
          included: entries.map(({ kind, id, name }) => ({
            id: String(id),
            type: kind,
            attributes: { canonicalTitle: name },
          })),
        }),
      ),
    (entry) => ({
      status: entry.status,
      score: rawOf(entry.halves),
      progress: entry.progress,
      repeats: entry.repeats,
      notes: entry.notes,
      private: entry.private,
      startedAt: fuzzy(entry.started),
      completedAt: fuzzy(entry.finished),
    }),
  )
})

const shikimoriStatus: Readonly<Record<Status, string>> = {
  current: 'watching',
  completed: 'completed',
  paused: 'on_hold',
  dropped: 'dropped',
  planned: 'planned',
  repeating: 'rewatching',
  'not-interested': '',
}

test('reads what Shikimori exports', () => {
  expectRead(
    (entries) =>
      readText(
        JSON.stringify(
          entries.map((entry) => ({
            target_title: entry.name,
            target_id: entry.id,
            target_type: entry.kind === 'anime' ? 'Anime' : 'Manga',
            score: Math.floor(entry.halves / 2),
            status: shikimoriStatus[entry.status],
            rewatches: entry.repeats,
            ...(entry.kind === 'anime'
              ? { episodes: entry.progress }
              : { volumes: entry.volumes, chapters: entry.progress }),
            text: entry.notes,
          })),
        ),
      ),
    (entry) => ({
      status: entry.status,
      score: Math.floor(entry.halves / 2) * 10 || null,
      repeats: entry.repeats,
      progress: entry.progress,
      ...(entry.kind === 'anime' ? {} : { progressVolumes: entry.volumes }),
      notes: entry.notes,
    }),
  )
})

const planetStatus: Readonly<Record<string, readonly [anime: string, manga: string]>> = {
  current: ['watching', 'reading'],
  completed: ['watched', 'read'],
  paused: ['stalled', 'stalled'],
  dropped: ['dropped', 'dropped'],
  planned: ['want to watch', 'want to read'],
}

test.each(['anime', 'manga'] as const)('reads what Anime-Planet exports of %s', (kind) => {
  const at = kind === 'anime' ? 0 : 1
  expectRead(
    (entries) =>
      readText(
        JSON.stringify({
          user: { name: 'Mia' },
          export: { type: kind, date: '2019-02-23 07:03-0800', version: '0.1a' },
          entries: entries.map((entry) => ({
            name: entry.name,
            status: planetStatus[entry.status]?.[at],
            started: entry.started === null ? null : `${iso(entry.started)} 11:01:25-08`,
            completed: entry.finished === null ? null : `${iso(entry.finished)} 00:00:00-08`,
            rating: Math.floor(entry.halves / 2) / 2,
            times: entry.repeats + 1,
            ...(kind === 'anime'
              ? { eps: entry.progress }
              : { ch: entry.progress, vol: entry.volumes }),
          })),
        }),
      ),
    (entry) => ({
      status: entry.status,
      score: Math.floor(entry.halves / 2) * 10 || null,
      startedAt: fuzzy(entry.started),
      completedAt: fuzzy(entry.finished),
      progress: entry.progress,
      ...(kind === 'anime' ? {} : { progressVolumes: entry.volumes }),
      repeats: entry.repeats,
    }),
    notRepeating,
  )
})

const gdprOrder: readonly Status[] = [
  'current',
  'planned',
  'completed',
  'dropped',
  'paused',
  'repeating',
]

test('reads the data export of AniList', () => {
  expectRead(
    (entries) =>
      readText(
        JSON.stringify({
          user: { score_type: 4, custom_lists: { anime: ['A'], manga: ['B'] } },
          lists: entries.map((entry) => ({
            series_id: entry.id,
            series_type: entry.kind === 'anime' ? 0 : 1,
            status: gdprOrder.indexOf(entry.status),
            score: entry.halves * 5,
            progress: entry.progress,
            progress_volume: entry.volumes,
            repeat: entry.repeats,
            priority: 0,
            notes: entry.notes,
            private: entry.private ? 1 : 0,
            hidden_default: 0,
            custom_lists: entry.private ? '[1]' : '[0]',
            advanced_scores: '[]',
            started_on: fuzzy(entry.started) ?? 0,
            finished_on: fuzzy(entry.finished) ?? 0,
          })),
        }),
      ),
    (entry) => ({
      status: entry.status,
      score: rawOf(entry.halves),
      progress: entry.progress,
      progressVolumes: entry.volumes,
      repeats: entry.repeats,
      priority: 0,
      notes: entry.notes,
      private: entry.private,
      hidden: false,
      startedAt: fuzzy(entry.started),
      completedAt: fuzzy(entry.finished),
      customLists: entry.private ? [entry.kind === 'anime' ? 'A' : 'B'] : [],
    }),
  )
})
