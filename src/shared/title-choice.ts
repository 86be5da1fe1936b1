import { type Account, type TitleLanguage, titleLanguages } from './account'
import type { TitleKey } from './media'
import type { Settings } from './settings'

/** Which language titles are shown in: one for all, and those of their own for some. */
export interface TitleChoice {
  readonly language: TitleLanguage
  readonly own: Readonly<Partial<Record<TitleKey, TitleLanguage>>>
}

/** What the user chose for one account beside the setting for all of them. */
export interface OwnTitles {
  /** `null` is as the settings say. */
  readonly language: TitleLanguage | null
  readonly titles: TitleChoice['own']
}

/** Under which name an account's choice is kept among what the window remembers. */
export const ownTitlesName = (accountId: number) => `titles/${accountId}`

/** Reads what is remembered; what is not understood is left out. */
export function readOwnTitles(views: Settings['views'], accountId: number): OwnTitles {
  const kept = views[ownTitlesName(accountId)]
  if (typeof kept !== 'object' || kept === null) return { language: null, titles: {} }
  const { language, titles } = kept as Partial<Record<keyof OwnTitles, unknown>>
  const known = Object.entries(typeof titles === 'object' && titles !== null ? titles : {})
  return {
    language: languageOf(language),
    titles: Object.fromEntries(known.filter(([, chosen]) => languageOf(chosen) !== null)),
  }
}

/** The choice that holds for an account: its own, else that of the settings, else the service's. */
export function titleChoiceOf(
  settings: Pick<Settings, 'views' | 'titleLanguage'>,
  account: Pick<Account, 'id' | 'options'> | null,
): TitleChoice {
  const own = account && readOwnTitles(settings.views, account.id)
  const atService = account?.options.titleLanguage ?? 'romaji'
  const general = settings.titleLanguage === 'account' ? atService : settings.titleLanguage
  return { language: own?.language ?? general, own: own?.titles ?? {} }
}

function languageOf(kept: unknown): TitleLanguage | null {
  return titleLanguages.find((each) => each === kept) ?? null
}
