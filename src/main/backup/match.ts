import { type MediaKind, type TitleKey, titleKey } from '../../shared/media'
import { type Candidate, findByTitle } from './match/by-title'
import type { Catalogue } from './match/catalogue'
import { exactTitle } from './match/fold'
import { bestLikeness, createNames } from './match/names'
import { type BackupFile, type BackupRow, type IdSite, idSites } from './model'

export const matchBases = ['choice', 'service-id', 'mal-id', 'other-id', 'title'] as const
export type MatchBasis = (typeof matchBases)[number]

export type RowMatch =
  | {
      readonly type: 'matched'
      readonly title: TitleKey
      readonly basis: MatchBasis
      /** 0–1. */
      readonly confidence: number
    }
  /** Asked, never guessed: at most three, the likeliest first. */
  | { readonly type: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly type: 'unmatched'; readonly reason: 'not-found' | 'nothing-to-go-by' | 'skipped' }

/** What the user answered once: the title, or that there is none. */
export type RememberedChoice = TitleKey | 'skip'

export interface MatchOptions {
  /** Whose ids the titles of the account have. */
  readonly site: IdSite
  /** False between the built-in services and real ones: equal ids mean different titles there. */
  readonly idsMeanTheSame: boolean
  /** The file's ids are those of the real sites, whatever those of the catalogue are. */
  readonly idsAreReal?: boolean
  readonly catalogue: Catalogue
  /** Translates an id of another site, from an index; `null` when it does not know. */
  readonly lookUp?: (kind: MediaKind, site: IdSite, id: number) => TitleKey | null
  /** By `choiceKey`. */
  readonly choices?: ReadonlyMap<string, RememberedChoice>
  readonly tick?: (done: number, total: number) => void
}

export interface Matches {
  /** In the order of the rows. */
  readonly rows: readonly RowMatch[]
  /** Rows whose id leads to a title of another name; many of them mean that the ids are others. */
  readonly disagreeing: number
}

/** Names as different as this are hardly the same work, though they may be two languages. */
const disagreement = 0.25

/** Finds the title of each row: by choice, by id, by name; what stays doubtful is for the user. */
export function matchRows(file: Pick<BackupFile, 'rows'>, options: MatchOptions): Matches {
  const rows: RowMatch[] = []
  const disagreeing: number[] = []
  let compared = 0
  for (const [index, row] of file.rows.entries()) {
    if (index % 500 === 0) options.tick?.(index, file.rows.length)
    const match = matchRow(row, options)
    rows.push(match)
    if (match.type !== 'matched' || match.basis === 'choice' || match.basis === 'title') continue
    const title = options.catalogue.get(match.title)
    if (title === null || title.names.length === 0 || row.titles.length === 0) continue
    // What was translated by a map that we trust needs no second look.
    if (!options.idsMeanTheSame || title.fewNames === true) continue
    compared++
    // Mostly the file has the very name, and then nothing need be folded.
    if (row.titles.some((name) => title.names.includes(name))) continue
    const theirs = options.catalogue.namesOf(title)
    if (bestLikeness(createNames(row.titles), theirs) < disagreement) disagreeing.push(index)
  }
  const isSuspicious = disagreeing.length >= 3 && disagreeing.length * 2 > compared
  if (isSuspicious) {
    for (const index of disagreeing) {
      const row = file.rows[index]
      const match = rows[index]
      if (row !== undefined && match !== undefined) rows[index] = asked(row, match, options)
    }
  }
  return { rows, disagreeing: disagreeing.length }
}

/** The matches with an answer of the user, which all rows of the same title take. */
export function withChoice(
  file: Pick<BackupFile, 'rows'>,
  matches: Matches,
  key: string,
  choice: RememberedChoice,
): Matches {
  const rows = matches.rows.map((match, index) => {
    const row = file.rows[index]
    return row !== undefined && choiceKey(row) === key ? chosen(choice) : match
  })
  return { ...matches, rows }
}

function chosen(choice: RememberedChoice): RowMatch {
  return choice === 'skip' ? { type: 'unmatched', reason: 'skipped' } : matched(choice, 'choice')
}

/** Under which key a choice is remembered: the same title of the same site has the same. */
export function choiceKey(row: BackupRow): string {
  const site = idSites.find((name) => row.ids[name] !== undefined)
  if (site !== undefined) return `${row.kind} ${site} ${row.ids[site]}`
  return `${row.kind} title ${exactTitle(row.titles[0] ?? '')} ${row.hints.year ?? ''}`.trim()
}

function matchRow(row: BackupRow, options: MatchOptions): RowMatch {
  const choice = options.choices?.get(choiceKey(row))
  if (choice !== undefined) return chosen(choice)
  const byId = options.idsMeanTheSame ? matchById(row, options) : lookedUp(row, options)
  if (byId !== null) return byId
  if (row.titles.length === 0) {
    const reason = Object.keys(row.ids).length > 0 ? 'not-found' : 'nothing-to-go-by'
    return { type: 'unmatched', reason }
  }
  const { candidates, isSure } = findByTitle(row, options.catalogue)
  const [first] = candidates
  if (first === undefined) return { type: 'unmatched', reason: 'not-found' }
  return isSure ? matched(first.title, 'title', first.confidence) : { type: 'doubtful', candidates }
}

function matchById(row: BackupRow, { site, catalogue, lookUp }: MatchOptions): RowMatch | null {
  const own = row.ids[site]
  if (own !== undefined) return matched(ownTitle(row.kind, own, site, catalogue), 'service-id')
  if (row.ids.mal !== undefined) {
    const titles = catalogue.byMalId(row.kind, row.ids.mal)
    const [only] = titles
    if (titles.length === 1 && only !== undefined) return matched(only.key, 'mal-id')
    if (titles.length > 1) {
      const candidates = titles.slice(0, 3).map(({ key }) => candidate(key, 0.6))
      return { type: 'doubtful', candidates }
    }
  }
  return translated(row, lookUp)
}

/** Where ids mean something else, only those count that somebody can translate. */
function lookedUp(row: BackupRow, { idsAreReal, lookUp }: MatchOptions): RowMatch | null {
  return idsAreReal === true ? translated(row, lookUp) : null
}

function translated(row: BackupRow, lookUp: MatchOptions['lookUp']): RowMatch | null {
  for (const site of idSites) {
    const id = row.ids[site]
    const title = id === undefined ? null : (lookUp?.(row.kind, site, id) ?? null)
    if (title !== null) return matched(title, site === 'mal' ? 'mal-id' : 'other-id')
  }
  return null
}

/** AniList numbers anime and manga together: an id that is known as the other kind is of that kind. */
function ownTitle(kind: MediaKind, id: number, site: IdSite, catalogue: Catalogue): TitleKey {
  const key = titleKey(kind, id)
  const other = titleKey(kind === 'anime' ? 'manga' : 'anime', id)
  return site === 'anilist' && !catalogue.has(key) && catalogue.has(other) ? other : key
}

/** A match by an id that leads elsewhere, made into a question. */
function asked(row: BackupRow, match: RowMatch, { catalogue }: MatchOptions): RowMatch {
  const byTitle = findByTitle(row, catalogue).candidates
  const byId = match.type === 'matched' ? [candidate(match.title, 0.3)] : []
  const candidates = [...byTitle, ...byId].slice(0, 3)
  return { type: 'doubtful', candidates }
}

function candidate(title: TitleKey, confidence: number): Candidate {
  return { title, confidence, evidence: [] }
}

function matched(title: TitleKey, basis: MatchBasis, confidence = 1): RowMatch {
  return { type: 'matched', title, basis, confidence }
}
