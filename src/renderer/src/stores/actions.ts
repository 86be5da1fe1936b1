import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import type { Action, TitleSource } from '../actions/action'
import { readUsage, usageName, usedNow } from '../actions/usage'
import { useSettingsStore } from './settings'

/**
 * What can be done at the moment. Every part of the window offers its own actions here; the palette
 * shows them all.
 */
export const useActionsStore = defineStore('actions', () => {
  const settings = useSettingsStore()
  const offers = shallowReactive(new Set<() => readonly Action[]>())
  const sources = shallowReactive(new Set<() => TitleSource | null>())

  /** Offers actions until the function that is given back is called. */
  function offer(actions: () => readonly Action[]): () => void {
    offers.add(actions)
    return () => void offers.delete(actions)
  }

  /** Lets the palette find titles elsewhere; `null` while there is nobody to ask. */
  function offerTitles(source: () => TitleSource | null): () => void {
    sources.add(source)
    return () => void sources.delete(source)
  }

  const usage = computed(() => readUsage(settings.settings.views[usageName]))

  return {
    offer,
    offerTitles,
    all: computed(() => [...offers].flatMap((actions) => actions())),
    sources: computed(() => [...sources].map((source) => source()).filter((each) => each !== null)),
    usage,
    /** Keeps that something was chosen, so that it comes sooner the next time. */
    use: (id: string) => settings.remember(usageName, usedNow(usage.value, id)),
  }
})
