import { z } from 'zod'
import type { AccountOptions, TitleLanguage } from '../../../shared/account'
import { readAs } from '../answers'
import { someFlag, someText, someTexts, wordOr } from '../lenient'
import type { ServiceCall, Viewer } from '../provider'
import type { MakeCall } from './call'
import { viewerDocument } from './documents/viewer'
import { scoreFormatOf } from './words'

const typeOptions = z
  .object({
    customLists: someTexts,
    advancedScoring: someTexts,
    advancedScoringEnabled: someFlag,
  })
  .nullish()
  .catch(null)

const viewerSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  options: z
    .object({ titleLanguage: someText, displayAdultContent: someFlag })
    .nullish()
    .catch(null),
  mediaListOptions: z
    .object({ scoreFormat: someText, animeList: typeOptions, mangaList: typeOptions })
    .nullish()
    .catch(null),
})

/** Whose token it is, and the settings that shape the list. When the token ends stands in the token. */
export function viewerCall(call: MakeCall): ServiceCall<Viewer> {
  return call({
    name: 'Viewer',
    effect: 'read',
    document: viewerDocument,
    variables: {},
    needsUser: true,
    read: (data) => {
      const raw = readAs(viewerSchema, data['Viewer'], 'Viewer')
      return { userId: raw.id, userName: raw.name, options: optionsOf(raw), signInEndsAt: null }
    },
  })
}

function optionsOf(raw: z.infer<typeof viewerSchema>): AccountOptions {
  const lists = raw.mediaListOptions
  return {
    scoreFormat: wordOr(scoreFormatOf, lists?.scoreFormat, 'point-100'),
    scoreTable: 'anilist',
    titleLanguage: languageOf(raw.options?.titleLanguage),
    adult: raw.options?.displayAdultContent ?? false,
    customLists: {
      anime: lists?.animeList?.customLists ?? [],
      manga: lists?.mangaList?.customLists ?? [],
    },
    advancedScores: {
      anime: namesOf(lists?.animeList),
      manga: namesOf(lists?.mangaList),
    },
  }
}

function namesOf(options: z.infer<typeof typeOptions>): readonly string[] {
  return options?.advancedScoringEnabled ? options.advancedScoring : []
}

/** `ROMAJI` and `ROMAJI_STYLISED` are one language to us. */
export function languageOf(word: string | null | undefined): TitleLanguage {
  if (word?.startsWith('ENGLISH')) return 'english'
  return word?.startsWith('NATIVE') ? 'native' : 'romaji'
}
