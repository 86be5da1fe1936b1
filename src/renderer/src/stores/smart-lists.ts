import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  moved,
  readSmartLists,
  type SmartList,
  smartListsName,
  withList,
} from '../finding/smart-lists'
import { useSettingsStore } from './settings'

/** The queries that were kept under a name. */
export const useSmartListsStore = defineStore('smart-lists', () => {
  const settings = useSettingsStore()
  const lists = computed(() => readSmartLists(settings.settings.views[smartListsName]))

  function keep(changed: readonly SmartList[]) {
    return settings.remember(smartListsName, changed)
  }

  function find(id: string | undefined): SmartList | null {
    return lists.value.find((list) => list.id === id) ?? null
  }

  return {
    lists,
    find,

    /** Gives the id of the new list. */
    async add(list: Omit<SmartList, 'id'>) {
      const { lists: longer, id } = withList(lists.value, list)
      await keep(longer)
      return id
    },

    change: (id: string, change: Partial<Pick<SmartList, 'name' | 'query'>>) =>
      keep(lists.value.map((list) => (list.id === id ? { ...list, ...change } : list))),

    remove: (id: string) => keep(lists.value.filter((list) => list.id !== id)),

    move: (id: string, by: 1 | -1) => keep(moved(lists.value, id, by)),
  }
})
