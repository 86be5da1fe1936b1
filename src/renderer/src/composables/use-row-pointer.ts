import type { TitleKey } from '../../../shared/media'
import { readTitleKey } from '../library/title-key'

interface Handlers {
  readonly activate: (title: TitleKey) => void
  readonly open: (title: TitleKey) => void
  readonly menu: (title: TitleKey, anchor: HTMLElement) => void
}

/** What the pointer does to the rows of a list: one listener for all of them. */
export function useRowPointer({ activate, open, menu }: Handlers) {
  function rowOf(event: Event) {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest<HTMLElement>('[data-title]')
    const title = readTitleKey(row?.dataset.title)
    return target && row && title ? { target, row, title } : null
  }

  return {
    onClick(event: Event) {
      const hit = rowOf(event)
      if (!hit) return
      activate(hit.title)
      if (!hit.target.closest('button, input')) open(hit.title)
    },

    onContextMenu(event: Event) {
      const hit = rowOf(event)
      if (!hit) return
      activate(hit.title)
      menu(hit.title, hit.row.querySelector<HTMLElement>('.more') ?? hit.row)
    },
  }
}
