import { z } from 'zod'
import type { TitleLanguage } from '../../../shared/account'
import { readAs } from '../answers'
import { someText } from '../lenient'
import type { ServiceCall, Viewer } from '../provider'
import type { MakeCall } from './call'
import { flag, isSet, number } from './loose'
import { scoreFormats } from './words'

const slots = z.array(z.string().nullable()).nullish().catch(null)

export const userSchema = z.object({
  id: z.number().int(),
  display_name: z.string(),
  adult_content: flag,
  title_language: someText,
  score_type: number,
  custom_list_anime: slots,
  custom_list_manga: slots,
  advanced_rating: flag,
  advanced_rating_names: slots,
})

/** `GET user`: whose token it is. Empty slots of custom lists are kept, for places count. */
export function viewerCall(call: MakeCall): ServiceCall<Viewer> {
  return call({
    name: 'GET user',
    method: 'GET',
    path: 'user',
    needsUser: true,
    read: (body) => toViewer(readAs(userSchema, body, 'user')),
  })
}

/** A user with the settings that shape the list. */
export function toViewer(raw: z.infer<typeof userSchema>): Viewer {
  const ratings = isSet(raw.advanced_rating) ? trimmed(raw.advanced_rating_names) : []
  return {
    userId: raw.id,
    userName: raw.display_name,
    signInEndsAt: null,
    options: {
      scoreFormat: scoreFormats[Number(raw.score_type ?? 1)] ?? 'point-100',
      scoreTable: 'anilist-v1',
      titleLanguage: languageOf(raw.title_language),
      adult: isSet(raw.adult_content),
      customLists: {
        anime: trimmed(raw.custom_list_anime),
        manga: trimmed(raw.custom_list_manga),
      },
      advancedScores: { anime: ratings, manga: ratings },
    },
  }
}

function trimmed(names: z.infer<typeof slots>): readonly string[] {
  return (names ?? []).map((name) => (name ?? '').trim())
}

export function languageOf(word: string | null | undefined): TitleLanguage {
  if (word === 'english') return 'english'
  return word === 'japanese' || word === 'native' ? 'native' : 'romaji'
}
