import { choice, numberChoice, type SettingsTopic, toggle } from './topic'

export const look: SettingsTopic = {
  name: 'settings.topics.look',
  settings: [
    choice('language', ['system', 'en', 'de']),
    choice('theme', ['system', 'light', 'dark', 'contrast']),
    numberChoice('textSize', [100, 110, 125, 150, 175, 200], 'settings.textSizeValue'),
    toggle('reduceMotion'),
  ],
}
