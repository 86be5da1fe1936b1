import type { Account } from '../../../shared/account'
import { fieldsOf } from '../../../shared/entry'
import type { Change, ChangeSource } from '../../../shared/history'
import { mediaKinds, type TitleKey, unknownMedia } from '../../../shared/media'
import { type CatalogueTitle, catalogueTitle } from '../../backup/match/catalogue'
import type { OpenLibrary } from '../../backup/thread/library'
import type { ExportAccount, ExportRow } from '../../backup/writers/export'
import { openForReading } from '../../db/database'
import { type EntryColumns, entryColumnNames, toEntry } from '../../db/entry-columns'
import { keyRange, packKey, unpackKey } from '../../db/keys'
import { createListTable, toRow } from '../../db/list'
import { toMedia } from '../../db/media'
import { namedRecord } from '../../providers/titles-for'
import { knownTitles } from './known-titles'

/** What the thread needs to open the database by itself. */
export interface LibrarySource {
  readonly file: string
  /** The first is the one that a file is compared with; a backup holds all of them. */
  readonly accounts: readonly SourceAccount[]
  readonly history: boolean
  /** Titles that ship with the program; none without it. */
  readonly bundled?: string
}

export type SourceAccount = Pick<
  Account,
  'id' | 'service' | 'userId' | 'userName' | 'sandbox' | 'options'
> & { readonly realm: number }

const everything = Number.MAX_SAFE_INTEGER

/** Opens the database for reading only. Failure: `storage`. */
export const openLibrary: OpenLibrary<LibrarySource> = (source) => {
  const db = openForReading(source.file)
  const list = createListTable(db)
  const media = db.sql.prepare('SELECT key, data FROM media WHERE key >= ? AND key < ?')
  const one = db.sql.prepare(
    'SELECT 1 FROM media WHERE key = ? AND coalesce(romaji, english, native) IS NOT NULL',
  )
  const byKey = db.sql.prepare('SELECT key, data FROM media WHERE key = ?')
  const ownNamesOf = db.sql.prepare('SELECT names FROM own_names WHERE key = ?')
  const ownNames = db.sql.prepare('SELECT key, names FROM own_names WHERE key >= ? AND key < ?')
  // The fields alone: the titles are known from the catalogue.
  const entries = db.sql.prepare(
    `SELECT ${entryColumnNames} FROM entries WHERE key >= ? AND key < ? ORDER BY key`,
  )
  const changes = db.sql.prepare('SELECT * FROM history WHERE key >= ? AND key < ? ORDER BY id')
  const [target] = source.accounts
  const known =
    target === undefined || source.bundled === undefined
      ? null
      : knownTitles(source.bundled, target.service)

  function rowsOf({ id, realm }: SourceAccount) {
    const of = { account: id, realm }
    return mediaKinds.flatMap((kind) =>
      list.rowsAfter(of, kind, null, everything).map((row) => toRow(row)),
    )
  }

  function exported(account: SourceAccount): ExportAccount {
    const rows: ExportRow[] = rowsOf(account).map(({ entry, media: known }) => ({
      entry,
      media: known,
    }))
    return { account, rows, ...(source.history ? { history: historyOf(account.id) } : {}) }
  }

  function historyOf(account: number): Change[] {
    const { first, end } = keyRange(account, null)
    return changes.all(first, end).map((row) => {
      const { owner, title } = unpackKey(Number(row['key']))
      return {
        id: Number(row['id']),
        ref: { accountId: owner, title },
        titles: unknownMedia(title).titles,
        at: Number(row['at']),
        source: String(row['source']) as ChangeSource,
        before: patchOf(row['before']),
        after: patchOf(row['after']),
        group: Number(row['grp']),
        undone: row['undone'] === 1,
      }
    })
  }

  function ownTitle(realm: number, key: TitleKey): CatalogueTitle | null {
    const row = ownNamesOf.get(packKey(realm, key))
    return row === undefined ? null : titleNamed(key, row['names'])
  }

  return {
    *titles() {
      if (target === undefined) return
      const { first, end } = keyRange(target.realm, null)
      for (const row of media.iterate(first, end)) {
        yield catalogueTitle(toMedia(Number(row['key']), String(row['data'])))
      }
      // After those of the database, which know more.
      if (known !== null) yield* known.titles
      for (const row of ownNames.iterate(first, end)) {
        const title = titleNamed(unpackKey(Number(row['key'])).title, row['names'])
        if (title !== null) yield title
      }
    },
    title(key) {
      if (target === undefined) return null
      const row = byKey.get(packKey(target.realm, key))
      if (row !== undefined) return catalogueTitle(toMedia(Number(row['key']), String(row['data'])))
      return known?.titleOf(key) ?? ownTitle(target.realm, key)
    },
    hasMedia: (title) =>
      target !== undefined && one.get(packKey(target.realm, title)) !== undefined,
    ...(known === null ? {} : { lookUp: known.lookUp, knownMedia: known.mediaOf }),
    *entries() {
      if (target === undefined) return
      const { first, end } = keyRange(target.id, null)
      for (const row of entries.iterate(first, end) as never as Iterable<EntryColumns>) {
        const { title } = unpackKey(row.key)
        yield [title, fieldsOf(toEntry(title, row))] as const
      }
    },
    accounts: () => source.accounts.map(exported),
    close: () => db.close(),
  }
}

function titleNamed(title: TitleKey, names: unknown): CatalogueTitle | null {
  // We wrote it: a list of texts.
  const record = namedRecord(title, JSON.parse(String(names)) as string[])
  return record === null ? null : catalogueTitle(record)
}

function patchOf(text: unknown): Change['before'] {
  // We wrote it: a patch as JSON, or nothing.
  return typeof text === 'string' ? (JSON.parse(text) as Change['before']) : null
}
