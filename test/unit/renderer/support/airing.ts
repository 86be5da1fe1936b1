import type { AiringNotice, ScheduledEpisode, ShownTitle } from '../../../../src/shared/airing'
import type { SeasonTitle } from '../../../../src/shared/airing-season'
import type { TitleKey } from '../../../../src/shared/media'

/** Unix s of a moment written as in ISO 8601. */
export const at = (iso: string) => Date.parse(iso) / 1000

export function shown(title: TitleKey, name: string, change: Partial<ShownTitle> = {}): ShownTitle {
  return {
    ref: { accountId: 1, title },
    titles: { romaji: name, english: null, native: null },
    hasCover: false,
    adult: false,
    status: 'current',
    progress: 0,
    ...change,
  }
}

export function scheduled(
  title: TitleKey,
  episode: number,
  airingAt: number | null,
  change: Partial<ScheduledEpisode> = {},
): ScheduledEpisode {
  return {
    ...shown(title, `Title ${title.slice(6)}`),
    episode,
    total: null,
    airingAt,
    wasAt: null,
    estimated: false,
    durationMinutes: 24,
    muted: false,
    ...change,
  }
}

export function notice(id: number, change: Partial<AiringNotice> = {}): AiringNotice {
  return {
    id,
    kind: 'episode',
    title: shown('anime:7', 'Mushishi'),
    episode: 1,
    dueAt: 1000,
    saidAt: 1000,
    way: 'toast',
    muted: false,
    airingAt: null,
    ...change,
  }
}

export function seasonTitle(title: TitleKey, change: Partial<SeasonTitle> = {}): SeasonTitle {
  return {
    ref: { accountId: 1, title },
    titles: { romaji: `Title ${title.slice(6)}`, english: null, native: null },
    format: 'tv',
    status: 'releasing',
    startDate: null,
    episodes: 12,
    averageScore: null,
    popularity: null,
    adult: false,
    hasCover: false,
    studios: [],
    genres: [],
    nextEpisode: null,
    entry: null,
    isNew: true,
    isSequelOfMine: false,
    ...change,
  }
}
