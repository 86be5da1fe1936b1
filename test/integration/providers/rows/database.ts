import { expect } from 'vitest'
import { rowsOf, type SharedRow } from './row'

const database: readonly SharedRow[] = [
  {
    proves: 'the maps of the open database: numbers by MyAnimeList id, and names',
    asks: {
      anisearch: [
        [
          'database.byMalId',
          'GET {mediaType}/associated?source=myanimelist_unique',
          'GET {mediaType}/associated',
        ],
        ['database.titles', 'GET anime/titles', 'GET {mediaType}/titles'],
      ],
    },
    async run({ anisearch, ask, catalogue }) {
      const numbers = await ask(anisearch.database.byMalId('anime'))
      const names = await ask(anisearch.database.titles())

      for (const { idMal, idAnisearch, romaji } of catalogue.of('anime')) {
        if (idMal) expect(numbers.get(idMal)).toBe(idAnisearch)
        expect(names.get(idAnisearch)).toContain(romaji)
      }
    },
  },
]

export const databaseRows = rowsOf('database', database)
