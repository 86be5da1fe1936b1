import type { AccountOptions } from '../../src/shared/account'

/** Settings of a user at a service: usual ones, or with what a test cares for. */
export function accountOptions(more: Partial<AccountOptions> = {}): AccountOptions {
  return {
    scoreFormat: 'point-100',
    scoreTable: 'anilist',
    titleLanguage: 'romaji',
    adult: false,
    customLists: { anime: [], manga: [] },
    advancedScores: { anime: [], manga: [] },
    ...more,
  }
}
