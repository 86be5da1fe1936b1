import { gzipSync } from 'fflate'
import type { EntryFields, EntryPatch } from '../../../shared/entry'
import type { Change } from '../../../shared/history'
import { idOf, type Media } from '../../../shared/media'
import {
  dayText,
  formatName,
  formatVersion,
  type WrittenAccount,
  type WrittenChange,
  type WrittenEntry,
  type WrittenFields,
  type WrittenFile,
  type WrittenPatch,
} from '../formats/tsuzuki-schema'
import { externalIds, siteOfService } from '../sites'
import {
  type ExportAccount,
  type Exported,
  type ExportOptions,
  type ExportRow,
  utf8,
} from './export'

/**
 * Writes everything of one or all accounts in our own format, private entries too, and says so by
 * its name: it is the full backup. Nothing is lost; a token is never among what is named here.
 */
export function writeTsuzuki(
  accounts: readonly ExportAccount[],
  options: ExportOptions & { readonly gzip?: boolean },
): Exported {
  const file: WrittenFile = {
    format: formatName,
    version: formatVersion,
    madeAt: new Date(options.madeAt).toISOString(),
    app: options.appVersion,
    accounts: accounts.map((account) => writtenAccount(account)),
  }
  const bytes = utf8(JSON.stringify(file))
  return {
    bytes: options.gzip === true ? gzipSync(bytes, { mtime: options.madeAt }) : bytes,
    count: accounts.reduce((sum, { rows }) => sum + rows.length, 0),
    losses: [],
  }
}

function writtenAccount({ account, rows, history }: ExportAccount): WrittenAccount {
  return {
    service: account.service,
    sandbox: account.sandbox,
    userId: account.userId,
    userName: account.userName,
    scoreFormat: account.options.scoreFormat,
    customLists: namesOf(account.options.customLists),
    advancedScores: namesOf(account.options.advancedScores),
    entries: rows.map((row) => writtenEntry(row, account)),
    ...(history === undefined ? {} : { history: history.map((change) => writtenChange(change)) }),
  }
}

function namesOf(names: Readonly<Record<'anime' | 'manga', readonly string[]>>) {
  return { anime: [...names.anime], manga: [...names.manga] }
}

function writtenEntry(
  { entry, media, ids }: ExportRow,
  account: ExportAccount['account'],
): WrittenEntry {
  return {
    title: entry.title,
    ids: externalIds({
      ...ids,
      mal: media.malId,
      [siteOfService(account.service)]: idOf(entry.title),
    }),
    media: writtenMedia(media),
    entryId: entry.entryId,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    ...writtenFields(entry),
  }
}

function writtenMedia(media: Media): WrittenEntry['media'] {
  const { romaji, english, native } = media.titles
  return {
    malId: media.malId,
    titles: { romaji, english, native },
    synonyms: [...media.synonyms],
    format: media.format,
    season: media.season,
    seasonYear: media.seasonYear,
    startDate: dayText(media.startDate),
    episodes: media.episodes,
    chapters: media.chapters,
    volumes: media.volumes,
  }
}

function writtenFields(entry: EntryFields): WrittenFields {
  return {
    status: entry.status,
    score: entry.score,
    progress: entry.progress,
    progressVolumes: entry.progressVolumes,
    repeats: entry.repeats,
    startedAt: dayText(entry.startedAt),
    completedAt: dayText(entry.completedAt),
    notes: entry.notes,
    private: entry.private,
    hidden: entry.hidden,
    customLists: [...entry.customLists],
    advancedScores: entry.advancedScores,
    priority: entry.priority,
    personalScore: entry.personalScore,
    repeatDesire: entry.repeatDesire,
  }
}

function writtenChange(change: Change): WrittenChange {
  return {
    title: change.ref.title,
    at: change.at,
    source: change.source,
    before: writtenPatch(change.before),
    after: writtenPatch(change.after),
    group: change.group,
    undone: change.undone,
  }
}

function writtenPatch(patch: EntryPatch | null): WrittenPatch | null {
  if (patch === null) return null
  const { startedAt, completedAt, customLists, ...others } = patch
  return {
    ...others,
    ...(startedAt === undefined ? {} : { startedAt: dayText(startedAt) }),
    ...(completedAt === undefined ? {} : { completedAt: dayText(completedAt) }),
    ...(customLists === undefined ? {} : { customLists: [...customLists] }),
  }
}
