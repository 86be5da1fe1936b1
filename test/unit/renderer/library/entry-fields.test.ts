import { expect, test } from 'vitest'
import { shownFields } from '../../../../src/renderer/src/library/entry-fields'
import { entryFields } from '../../../../src/shared/entry'
import { account } from '../support/builders'

const names = (...args: Parameters<typeof shownFields>) =>
  shownFields(...args).map(({ field }) => field)

test('what the service does not take is absent', () => {
  const anisearch = account({ capabilities: { writable: ['status', 'score', 'priority'] } })

  expect(names(anisearch, 'anime')).toEqual(['status', 'score', 'priority'])
})

test('volumes are there for manga only', () => {
  expect(names(account(), 'anime')).not.toContain('progressVolumes')
  expect(names(account(), 'manga')).toContain('progressVolumes')
})

test('custom lists and advanced scores are there when the account has any', () => {
  const bare = account({ options: { customLists: { anime: ['', ''], manga: [] } } })
  const rich = account({ options: { advancedScores: { anime: ['Story'], manga: [] } } })

  expect(names(bare, 'anime')).not.toContain('customLists')
  expect(names(account(), 'anime')).toContain('customLists')
  expect(names(bare, 'anime')).not.toContain('advancedScores')
  expect(names(rich, 'anime')).toContain('advancedScores')
})

test('every field that can be written has a place in the panel', () => {
  const all = account({
    capabilities: { writable: entryFields },
    options: {
      customLists: { anime: [], manga: ['x'] },
      advancedScores: { anime: [], manga: ['y'] },
    },
  })

  expect(names(all, 'manga').toSorted()).toEqual(entryFields.toSorted())
})
