import { type SettingsTopic, toggle } from './topic'

export const keyboard: SettingsTopic = {
  name: 'settings.topics.keyboard',
  settings: [toggle('singleKeys')],
}
