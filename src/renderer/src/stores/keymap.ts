import { defineStore } from 'pinia'
import { computed } from 'vue'
import { bindingsWith, ownKeysName, readOwnKeys } from '../keymap'
import type { KeyAction } from '../keys'
import { useSettingsStore } from './settings'

/** The keys as the user has them. */
export const useKeymapStore = defineStore('keymap', () => {
  const settings = useSettingsStore()
  const own = computed(() => readOwnKeys(settings.settings.views[ownKeysName]))
  const bindings = computed(() => bindingsWith(own.value))

  return {
    own,
    bindings,
    singleKeys: () => (settings.settings.singleKeys ? ('on' as const) : ('off' as const)),
    /** The first key of an action, to be shown beside it. */
    keyOf: (action: KeyAction) =>
      bindings.value.find((binding) => binding.action === action)?.keys[0] ?? null,

    /** `null` gives the usual keys back. */
    change(action: KeyAction, keys: readonly string[] | null) {
      const { [action]: _before, ...others } = own.value
      return settings.remember(ownKeysName, keys ? { ...others, [action]: keys } : others)
    },

    reset: () => settings.remember(ownKeysName, {}),
  }
})
