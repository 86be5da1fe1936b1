import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'
import type { Relation } from '../../../shared/community/series'
import type { TitleKey } from '../../../shared/media'

/** Relations of the titles that were looked at: a walk through them remembers its way. */
export const useRelationsStore = defineStore('relations', () => {
  const known = shallowReactive(new Map<string, readonly Relation[]>())
  const nameOf = (accountId: number, title: TitleKey) => `${accountId} ${title}`
  /** Somebody went on from within the graph: the keyboard goes along. */
  const walks = shallowRef(false)
  return {
    walks,
    learn: (accountId: number, title: TitleKey, relations: readonly Relation[]) =>
      void known.set(nameOf(accountId, title), relations),
    of: (accountId: number, title: TitleKey) => known.get(nameOf(accountId, title)) ?? [],
  }
})
