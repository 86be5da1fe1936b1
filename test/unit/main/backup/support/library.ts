import type { ExportAccount, ExportRow } from '../../../../../src/main/backup/writers/export'
import type { Account, AccountOptions, Capabilities } from '../../../../../src/shared/account'
import {
  emptyFields,
  type Entry,
  type EntryFields,
  entryFields,
} from '../../../../../src/shared/entry'
import { type Media, type TitleKey, unknownMedia } from '../../../../../src/shared/media'
import { statuses } from '../../../../../src/shared/status'

/** Takes everything: what is lost with these is lost by the format. */
export const allCapabilities: Capabilities = {
  writable: entryFields,
  readable: entryFields,
  statuses,
  partialDates: true,
  notesLength: null,
  reviewLength: null,
  priorityMax: 1_000_000,
  repeatsMax: null,
  postsToFeed: true,
  batchSize: 25,
  createsCustomLists: true,
  searchesMedia: true,
  airing: true,
  community: true,
}

export const options: AccountOptions = {
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
  titleLanguage: 'romaji',
  adult: false,
  customLists: { anime: ['With Jo'], manga: ['Shelf'] },
  advancedScores: { anime: ['Story'], manga: [] },
}

export const account: Account = {
  id: 1,
  service: 'anilist',
  userId: 5,
  userName: 'Mia',
  sandbox: false,
  options,
  capabilities: allCapabilities,
  signedIn: true,
  signInEndsAt: null,
  signInRenews: false,
  syncedAt: null,
}

export function media(key: TitleKey, change: Partial<Media> = {}): Media {
  return { ...unknownMedia(key), ...change }
}

export function entry(title: TitleKey, change: Partial<EntryFields> = {}): Entry {
  return { ...emptyFields, title, entryId: 10, createdAt: 1, updatedAt: 2, ...change }
}

/** A title on a list, called `Title <key>`, with its own number as MyAnimeList's. */
export function row(
  title: TitleKey,
  fields: Partial<EntryFields> = {},
  about: Partial<Media> = {},
): ExportRow {
  const number = Number(title.split(':')[1])
  return {
    entry: entry(title, fields),
    media: media(title, {
      malId: number,
      titles: { romaji: `Title ${title}`, english: null, native: null },
      ...about,
    }),
  }
}

export function exportAccount(rows: readonly ExportRow[]): ExportAccount {
  return { account, rows }
}

export const exportOptions = { madeAt: Date.UTC(2026, 10, 23, 6, 30), appVersion: '0.1.0' }
