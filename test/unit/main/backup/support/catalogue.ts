import {
  type CatalogueTitle,
  createCatalogue,
} from '../../../../../src/main/backup/match/catalogue'
import { type BackupRow, noHints } from '../../../../../src/main/backup/model'
import type { TitleKey } from '../../../../../src/shared/media'

export function title(
  key: TitleKey,
  names: readonly string[],
  about: Partial<CatalogueTitle> = {},
): CatalogueTitle {
  return {
    key,
    malId: null,
    names,
    format: null,
    year: null,
    episodes: null,
    chapters: null,
    volumes: null,
    ...about,
  }
}

/** Works whose names are traps: seasons that differ in a mark, and remakes. */
export const works = createCatalogue([
  title('anime:1', ['K-On!'], { year: 2009, episodes: 13, format: 'tv' }),
  title('anime:2', ['K-On!!'], { year: 2010, episodes: 26, format: 'tv' }),
  title('anime:3', ['Yuru Yuri'], { year: 2011, episodes: 12 }),
  title('anime:4', ['Yuru Yuri♪♪'], { year: 2012, episodes: 12 }),
  title('anime:5', ['Hagane no Renkinjutsushi', 'Fullmetal Alchemist', '鋼の錬金術師'], {
    malId: 121,
    year: 2003,
    episodes: 51,
  }),
  title('anime:6', ['Fullmetal Alchemist: Brotherhood'], { malId: 5114, year: 2009, episodes: 64 }),
  title('anime:7', ['HUNTER×HUNTER'], { malId: 136, year: 1999, episodes: 62 }),
  title('anime:8', ['HUNTER×HUNTER (2011)'], { malId: 11061, year: 2011, episodes: 148 }),
  title('anime:9', ['Kimi ni Todoke', 'From Me to You'], { year: 2009 }),
  title('anime:10', ['Kimi ni Todoke 2nd Season'], { year: 2011 }),
  title('anime:11', ['Pokémon'], { year: 1997 }),
  title('anime:12', ['Gintama'], { year: 2006 }),
  title('anime:13', ["Gintama'"], { year: 2011 }),
  title('anime:20', ['Twin'], { year: 2001 }),
  title('anime:21', ['Twin'], { year: 2015 }),
  title('manga:1', ['Berserk'], { malId: 2, year: 1989 }),
  title('manga:5', ['Fullmetal Alchemist'], { malId: 25, chapters: 116, volumes: 27 }),
])

export function backupRow(change: Partial<BackupRow> = {}): BackupRow {
  return {
    number: 1,
    owner: 0,
    kind: 'anime',
    titles: [],
    ids: {},
    hints: noHints,
    fields: {},
    tags: [],
    createdAt: null,
    updatedAt: null,
    entryId: null,
    media: null,
    kept: {},
    warnings: [],
    ...change,
  }
}
