import type { AccountSettingsPatch } from '../../../../shared/community/account-settings'
import type { TitleLanguage } from '../../../../shared/account'
import type { MediaKind } from '../../../../shared/media'
import type { SettingsCalls } from '../../community'
import type { Parts } from '../../reading'
import { rowOrders } from '../community-words'
import { deleteCustomListDocument, updateUserDocument } from '../documents/users'
import { readUser } from '../read/users'
import { mediaTypes, scoreFormatOf } from '../words'
import type { Ask } from './ask'

/** Settings that live at AniList. */
export function createSettingsCalls({ change, remove }: Ask): SettingsCalls {
  return {
    updateSettings: (patch) =>
      change('UpdateUser', updateUserDocument, settingsVariables(patch), readUser),
    removeCustomList: (kind, name) =>
      remove('DeleteCustomList', deleteCustomListDocument, {
        customList: name,
        type: mediaTypes[kind],
      }),
  }
}

const languages: Readonly<Record<TitleLanguage, string>> = {
  romaji: 'ROMAJI',
  english: 'ENGLISH',
  native: 'NATIVE',
}

/** Only the settings that are named; the others stay as they are. */
export function settingsVariables(patch: AccountSettingsPatch): Parts {
  const format = patch.scoreFormat
  const all: Parts = {
    about: patch.about,
    titleLanguage: patch.titleLanguage && languages[patch.titleLanguage],
    displayAdultContent: patch.adult,
    airingNotifications: patch.airingNotifications,
    scoreFormat: Object.keys(scoreFormatOf).find((word) => scoreFormatOf[word] === format),
    rowOrder: patch.listSort && rowOrders[patch.listSort],
    timezone: patch.timezone,
    activityMergeTime: patch.activityMergeMinutes,
    animeListOptions: listOptions(patch, 'anime'),
    mangaListOptions: listOptions(patch, 'manga'),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

function listOptions(patch: AccountSettingsPatch, kind: MediaKind): Parts | undefined {
  const customLists = patch.customLists?.[kind]
  const advancedScoring = patch.advancedScores?.[kind]
  if (customLists === undefined && advancedScoring === undefined) return undefined
  return {
    ...(customLists === undefined ? {} : { customLists }),
    ...(advancedScoring === undefined ? {} : { advancedScoring }),
  }
}
