/** The services that Tsuzuki speaks, in the order in which they are offered. */
export const serviceIds = ['anilist', 'anisearch', 'anilist-v1'] as const

export type ServiceId = (typeof serviceIds)[number]

/** How each service is called in a sentence. Proper names, the same in every language. */
export const serviceNames: Readonly<Record<ServiceId, string>> = {
  anilist: 'AniList',
  anisearch: 'aniSearch',
  'anilist-v1': 'AniList v1',
}
