import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { defaultSettings, type Settings, type SettingsPatch } from '../../../shared/settings'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

/** A mirror of the settings that main keeps. */
export const useSettingsStore = defineStore('settings', () => {
  const notices = useNoticesStore()
  const settings = shallowRef<Settings>(defaultSettings)

  async function load() {
    settings.value = await call('settings:get')
  }

  async function set(patch: SettingsPatch) {
    await notices.attempt(async () => {
      settings.value = await call('settings:set', patch)
    })
  }

  /**
   * Keeps something that the window remembers by itself, such as the order of a list. It holds at
   * once: nobody else decides on it, and two in a row must not undo each other.
   */
  async function remember(name: string, value: unknown) {
    const views = { ...settings.value.views, [name]: value }
    settings.value = { ...settings.value, views }
    await notices.attempt(() => call('settings:set', { views }))
  }

  on('settings:changed', (changed) => (settings.value = changed))

  return { settings, load, set, remember }
})
