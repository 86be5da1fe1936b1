import { defaultSettings, type Settings } from '../../../shared/settings'
import type { Setting, SettingsTopic } from './topic'

const rules = Object.keys(defaultSettings.rules) as (keyof Settings['rules'])[]

export const editing: SettingsTopic = {
  name: 'settings.topics.editing',
  settings: rules.map((rule): Setting => ({
    name: `settings.rules.${rule}`,
    control: 'switch',
    value: (settings) => settings.rules[rule],
    change: (on, settings) => ({ rules: { ...settings.rules, [rule]: on } }),
  })),
}
