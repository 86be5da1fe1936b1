import type { FormatId } from './model'

/** What formats are called in a sentence: proper names, the same in every language. */
export const formatNames: Readonly<Record<FormatId, string>> = {
  tsuzuki: 'Tsuzuki',
  'mal-xml': 'MyAnimeList XML',
  'anilist-gdpr': 'AniList',
  automail: 'Automail',
  'anilist-api': 'AniList API',
  'anime-planet': 'Anime-Planet',
  anisearch: 'aniSearch',
  kitsu: 'Kitsu',
  shikimori: 'Shikimori',
  simkl: 'Simkl',
  'simkl-csv': 'Simkl CSV',
  yamtrack: 'Yamtrack',
  'tsuzuki-csv': 'Tsuzuki CSV',
  shukofukurou: 'Shukofukurou',
  'notify-moe': 'notify.moe',
  taiga: 'Taiga',
  mihon: 'Mihon',
}
