import { choice, type SettingsTopic, toggle } from './topic'

export const lists: SettingsTopic = {
  name: 'settings.topics.lists',
  settings: [
    choice('titleLanguage', ['account', 'romaji', 'english', 'native']),
    toggle('showAdult'),
  ],
}
