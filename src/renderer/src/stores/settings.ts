import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { defaultSettings, type Settings, type SettingsPatch } from '../../../shared/settings'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

/** A mirror of the settings that main keeps. */
export const useSettingsStore = defineStore('settings', () => {
  const notices = useNoticesStore()
  const settings = shallowRef<Settings>(defaultSettings)

  let isSending = false
  /** Something was remembered that main has not been told. */
  let isStale = false

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
   * once: nobody else decides on it, and two in a row must not undo each other. While one is on its
   * way to main, only the latest follows: the edge of a column moves many times a second.
   */
  async function remember(name: string, value: unknown) {
    const views = { ...settings.value.views, [name]: value }
    settings.value = { ...settings.value, views }
    isStale = true
    if (isSending) return
    isSending = true
    while (isStale) {
      isStale = false
      await notices.attempt(() => call('settings:set', { views: settings.value.views }))
    }
    isSending = false
  }

  on('settings:changed', (changed) => {
    const { views } = isSending ? settings.value : changed
    settings.value = { ...changed, views }
  })

  return { settings, load, set, remember }
})
