import type { Airing } from '../../shared/community/airing'
import type { Page } from '../../shared/community/paging'
import type { Media, Season, TitleKey } from '../../shared/media'
import type { Finding } from './community'
import type { Provider, ServiceCall } from './provider'

/** A span of time in Unix s, both ends left out. */
export interface Span {
  readonly after: number
  readonly before: number
}

/** A title and what it goes on from. */
export interface TitleInLine {
  readonly media: Media
  readonly prequels: readonly TitleKey[]
}

/** Anime of a season, or those that were announced last. */
export type TitlesWanted = { readonly season: Season; readonly year: number } | 'announced'

/** What can be asked about broadcasts in few requests, where a service has it; parts begin at 1. */
export interface AiringCalls {
  /** Episodes of many anime within a span, in the order in which they air; 600 in a part. */
  schedules(titles: readonly TitleKey[], span: Span, part: number): ServiceCall<Page<Airing>>
  /** 300 in a part. */
  titles(wanted: TitlesWanted, part: number): Finding<Page<TitleInLine>>
}

export interface AiringProvider extends Provider {
  readonly airing: AiringCalls
}

/** The calls about broadcasts of a service; `null` where it has none. */
export function airingCallsOf(provider: Provider | AiringProvider): AiringCalls | null {
  return 'airing' in provider ? provider.airing : null
}
