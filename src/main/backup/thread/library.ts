import type { EntryFields } from '../../../shared/entry'
import type { Media, MediaKind, TitleKey } from '../../../shared/media'
import type { CatalogueTitle } from '../match/catalogue'
import type { IdSite } from '../model'
import type { ExportAccount } from '../writers/export'

/**
 * The list that a file is compared with, wherever it comes from: the thread is handed a function
 * that opens one, so that whoever owns the database can open it there for reading only.
 */
export interface OpenedLibrary {
  /** All titles of the account's service that are known here. */
  titles(): Iterable<CatalogueTitle>
  /** One of them by its key; without it all are gone through first. */
  readonly title?: (key: TitleKey) => CatalogueTitle | null
  /** The account's list. */
  entries(): Iterable<readonly [TitleKey, EntryFields]>
  /** The database itself knows how the title is called. */
  hasMedia(title: TitleKey): boolean
  /** What is known of a title without the database; `null` when nothing is. */
  readonly knownMedia?: (title: TitleKey) => Media | null
  /** Translates an id of another site; `null` when it does not know. */
  readonly lookUp?: (kind: MediaKind, site: IdSite, id: number) => TitleKey | null
  /** What a backup is written from. */
  accounts(): readonly ExportAccount[]
  close(): void
}

export type OpenLibrary<Source> = (source: Source) => OpenedLibrary

/** A library as plain data. */
export interface PlainLibrary {
  readonly titles: readonly CatalogueTitle[]
  readonly entries: readonly (readonly [TitleKey, EntryFields])[]
  readonly ids: readonly (readonly [kind: MediaKind, site: IdSite, id: number, title: TitleKey])[]
  readonly accounts: readonly ExportAccount[]
}

export const openPlainLibrary: OpenLibrary<PlainLibrary> = (source) => {
  const byId = new Map(
    source.ids.map(([kind, site, id, title]) => [`${kind} ${site} ${id}`, title]),
  )
  return {
    titles: () => source.titles,
    hasMedia: (title) => source.titles.some(({ key }) => key === title),
    entries: () => source.entries,
    lookUp: (kind, site, id) => byId.get(`${kind} ${site} ${id}`) ?? null,
    accounts: () => source.accounts,
    close() {},
  }
}
