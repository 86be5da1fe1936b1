import { choice, numberChoice, type SettingsTopic } from './topic'

export const sending: SettingsTopic = {
  name: 'settings.topics.sending',
  settings: [
    numberChoice('holdSeconds', [0, 3, 10, 30, 60], 'settings.secondsValue', 'settings.atOnce'),
    numberChoice('syncMinutes', [5, 15, 30, 60, 0], 'settings.minutesValue', 'settings.onDemand'),
    choice('progressConflict', ['ask', 'higher']),
  ],
}
