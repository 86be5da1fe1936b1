import type { Component } from 'vue'
import type { Settings, SettingsPatch } from '../../../shared/settings'

/** A setting that is switched on or off. */
export interface Switch {
  readonly control: 'switch'
  readonly value: (settings: Settings) => boolean
  readonly change: (on: boolean, settings: Settings) => SettingsPatch
}

/** A setting with some values to choose from. */
export interface Choice {
  readonly control: 'choice'
  readonly values: readonly ChoiceValue[]
  readonly value: (settings: Settings) => string
  readonly change: (value: string) => SettingsPatch
}

/** A value and the key of its words; `n` goes into them. */
export interface ChoiceValue {
  readonly value: string
  readonly label: string
  readonly n?: number
}

/** A setting that is typed. What is not good is not kept, and `complaint` says why. */
export interface Typed {
  readonly control: 'text'
  readonly value: (settings: Settings) => string
  readonly change: (text: string) => SettingsPatch
  readonly isGood: (text: string) => boolean
  /** A key of the messages. */
  readonly complaint: string
}

export interface SettingName {
  /** A key of the messages: its name; with `Hint` behind it, what it means. */
  readonly name: string
  /** Whether it has a meaning as things are set; without this, always. */
  readonly isShown?: (settings: Settings) => boolean
}

export type Setting = SettingName & (Switch | Choice | Typed)

/** Settings that belong together; one that needs more than lines brings its own component. */
export interface SettingsTopic {
  /** A key of the messages. */
  readonly name: string
  readonly settings: readonly Setting[]
  readonly component?: Component
}

/** A choice among words of the settings themselves. */
export function choice<K extends 'language' | 'theme' | 'titleLanguage' | 'progressConflict'>(
  key: K,
  values: readonly Settings[K][],
): Setting {
  return {
    name: `settings.${key}`,
    control: 'choice',
    values: values.map((value) => ({ value, label: `settings.${key}s.${value}` })),
    value: (settings) => settings[key],
    change: (value) => ({ [key]: value }),
  }
}

/** A choice among numbers; `zero` are the words for 0. */
export function numberChoice(
  key: 'textSize' | 'holdSeconds' | 'syncMinutes',
  values: readonly number[],
  label: string,
  zero = label,
): Setting {
  return {
    name: `settings.${key}`,
    control: 'choice',
    values: values.map((n) => ({ value: String(n), label: n === 0 ? zero : label, n })),
    value: (settings) => String(settings[key]),
    change: (value) => ({ [key]: Number(value) }),
  }
}

export function toggle(key: 'reduceMotion' | 'showAdult' | 'singleKeys'): Setting {
  return {
    name: `settings.${key}`,
    control: 'switch',
    value: (settings) => settings[key],
    change: (on) => ({ [key]: on }),
  }
}
