import type { MediaKind } from '../../shared/media'
import { writeAnilistJson } from './writers/anilist-json'
import { writeCsv } from './writers/csv'
import type { ExportAccount, Exported, ExportOptions } from './writers/export'
import { type ListWords, writeListText } from './writers/list-text'
import { writeMalXml } from './writers/mal-xml'
import { writeTsuzuki } from './writers/tsuzuki'

export type WriteJob =
  | { readonly format: 'tsuzuki'; readonly gzip: boolean }
  | { readonly format: 'mal-xml'; readonly kind: MediaKind }
  | { readonly format: 'csv' }
  | { readonly format: 'anilist-json' }
  | { readonly format: 'text' | 'markdown'; readonly words: ListWords }

/**
 * Writes one file. Our own format and the table take all accounts; the others know one list only
 * and take the first.
 */
export function writeBackup(
  job: WriteJob,
  accounts: readonly ExportAccount[],
  options: ExportOptions,
): Exported {
  if (job.format === 'tsuzuki') return writeTsuzuki(accounts, { ...options, gzip: job.gzip })
  if (job.format === 'csv') return writeCsv(accounts, options)
  const [account] = accounts
  if (account === undefined) return { bytes: new Uint8Array(), count: 0, losses: [] }
  if (job.format === 'mal-xml') return writeMalXml(account, job.kind, options)
  if (job.format === 'anilist-json') return writeAnilistJson(account, options)
  return writeListText(account, { ...options, style: job.format, words: job.words })
}
