import type { AiringSettings } from '../../../shared/airing-settings'
import type { Settings } from '../../../shared/settings'
import { clockText, readClock } from '../airing/clock-text'
import { delayChoices, delayName } from '../airing/delays'
import type { ChoiceValue, Setting, SettingsTopic } from './topic'

type Keys<V> = {
  [K in keyof AiringSettings]: AiringSettings[K] extends V ? K : never
}[keyof AiringSettings]

function toggle(key: Keys<boolean>, isShown?: (settings: Settings) => boolean): Setting {
  return {
    name: `airing.settings.${key}`,
    control: 'switch',
    value: (settings) => settings[key],
    change: (on) => ({ [key]: on }),
    ...(isShown ? { isShown } : {}),
  }
}

/** A time of day, as minutes after midnight. */
function timeOfDay(key: Keys<number>, isShown: (settings: Settings) => boolean): Setting {
  return {
    name: `airing.settings.${key}`,
    control: 'text',
    value: (settings) => clockText(settings[key]),
    change: (text) => ({ [key]: readClock(text) ?? 0 }),
    isGood: (text) => readClock(text) !== null,
    complaint: 'airing.settings.badTime',
    isShown,
  }
}

function delayChoice(minutes: number): ChoiceValue {
  const { key, n } = delayName(minutes)
  return { value: String(minutes), label: key, n }
}

const notifies = ({ notifyAiring }: Settings) => notifyAiring

export const airing: SettingsTopic = {
  name: 'airing.settings.topic',
  settings: [
    toggle('notifyAiring'),
    toggle('notifyPremieres', notifies),
    toggle('notifyUpToDate', notifies),
    {
      name: 'airing.settings.notifyDelay',
      control: 'choice',
      values: delayChoices.map(delayChoice),
      value: ({ notifyDelay }) => String(notifyDelay),
      change: (minutes) => ({ notifyDelay: Number(minutes) }),
      isShown: notifies,
    },
    toggle('notifySequels'),
    toggle('quietHours'),
    timeOfDay('quietFrom', ({ quietHours }) => quietHours),
    timeOfDay('quietTo', ({ quietHours }) => quietHours),
    toggle('dailyDigest'),
    timeOfDay('dailyDigestAt', ({ dailyDigest }) => dailyDigest),
    toggle('closeToTray'),
    toggle('startAtLogin'),
    toggle('startHidden', ({ startAtLogin }) => startAtLogin),
  ],
}
