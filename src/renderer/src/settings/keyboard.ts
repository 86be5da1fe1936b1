import KeySettings from '../components/settings/KeySettings.vue'
import { type SettingsTopic, toggle } from './topic'

export const keyboard: SettingsTopic = {
  name: 'settings.topics.keyboard',
  settings: [toggle('singleKeys')],
  component: KeySettings,
}
