import type { Account, AccountOptions, Capabilities } from '../../../../src/shared/account'
import { emptyFields, entryFields, type Entry, type ListRow } from '../../../../src/shared/entry'
import type { Change } from '../../../../src/shared/history'
import { type Media, type TitleKey, unknownMedia } from '../../../../src/shared/media'
import type { QueueRow, QueueStatus } from '../../../../src/shared/queue'
import { statuses } from '../../../../src/shared/status'

/** A row of the list: `row('anime:7', 'Mushishi', { progress: 3 })`. */
export function row(
  title: TitleKey,
  name: string,
  entry: Partial<Entry> = {},
  media: Partial<Media> = {},
): ListRow {
  return {
    title,
    state: 'saved',
    entry: {
      ...emptyFields,
      title,
      entryId: null,
      createdAt: null,
      updatedAt: null,
      status: 'current',
      ...entry,
    },
    media: {
      ...unknownMedia(title),
      titles: { romaji: name, english: null, native: null },
      ...media,
    },
  }
}

const capabilities: Capabilities = {
  writable: entryFields.filter((field) => field !== 'personalScore' && field !== 'repeatDesire'),
  readable: [],
  statuses: statuses.filter((status) => status !== 'not-interested'),
  partialDates: true,
  notesLength: 6000,
  reviewLength: 2600,
  priorityMax: 255,
  repeatsMax: null,
  postsToFeed: true,
  batchSize: 25,
  createsCustomLists: true,
  searchesMedia: true,
  airing: true,
  community: true,
}

const options: AccountOptions = {
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
  titleLanguage: 'romaji',
  adult: false,
  customLists: { anime: ['With Mia'], manga: [] },
  advancedScores: { anime: [], manga: [] },
}

export function account(
  change: Partial<Omit<Account, 'options' | 'capabilities'>> & {
    options?: Partial<AccountOptions>
    capabilities?: Partial<Capabilities>
  } = {},
): Account {
  return {
    id: 1,
    service: 'anilist',
    userId: 7,
    userName: 'mia',
    sandbox: true,
    signedIn: true,
    signInEndsAt: null,
    signInRenews: false,
    syncedAt: 0,
    ...change,
    options: { ...options, ...change.options },
    capabilities: { ...capabilities, ...change.capabilities },
  }
}

export function queueStatus(change: Partial<QueueStatus> = {}): QueueStatus {
  return {
    waiting: 0,
    sending: 0,
    attention: 0,
    conflicts: 0,
    held: false,
    services: [],
    doneInMs: null,
    ...change,
  }
}

export function queueRow(change: Partial<QueueRow> = {}): QueueRow {
  return {
    ref: { accountId: 1, title: 'anime:7' },
    titles: { romaji: 'Mushishi', english: null, native: null },
    state: 'waiting',
    from: { progress: 3 },
    to: { progress: 4 },
    since: 0,
    nextTryInMs: null,
    attempts: 0,
    failure: null,
    conflicts: [],
    fromImport: false,
    ...change,
  }
}

export function change(part: Partial<Change> = {}): Change {
  return {
    id: 1,
    ref: { accountId: 1, title: 'anime:7' },
    titles: { romaji: 'Mushishi', english: null, native: null },
    at: 0,
    source: 'me',
    before: { progress: 3 },
    after: { progress: 4 },
    group: 1,
    undone: false,
    ...part,
  }
}
