import { createAnilist } from '../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../src/main/providers/anisearch/anisearch'
import type { ListOwner, Provider } from '../../src/main/providers/provider'
import type { ServiceId } from '../../src/shared/service'

const clock = { wall: () => 0 }
const providers: Readonly<Record<ServiceId, Provider>> = {
  anilist: createAnilist({ clock }),
  'anilist-v1': createAnilistV1({ clock }),
  anisearch: createAnisearch({ clock }),
}

/** What a service is like, for putting requests together outside of the app. */
export const providerFor = (service: ServiceId): Provider => providers[service]

/** An owner of a list of whom nothing is known. */
export const anybody: ListOwner = {
  userId: 1,
  userName: 'anybody',
  options: {
    scoreFormat: 'point-100',
    scoreTable: 'anilist',
    titleLanguage: 'romaji',
    adult: false,
    customLists: { anime: [], manga: [] },
    advancedScores: { anime: [], manga: [] },
  },
}

/** One entry in a request, as if there were no batches. */
export function withoutBatches<P extends Provider>(provider: P): P {
  const capabilities = { ...provider.capabilities, batchSize: 1 }
  return { ...provider, saveEqual: null, capabilities }
}
