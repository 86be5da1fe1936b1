import { type EntryField, entryFields } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import { readTitleKey } from '../library/title-key'

interface Handlers {
  readonly activate: (title: TitleKey) => void
  /** Shows a title in the panel, at one of its fields. */
  readonly open: (title: TitleKey, field: EntryField | null) => void
  readonly select: (title: TitleKey, how: 'toggle' | 'range') => void
  readonly menu: (title: TitleKey, anchor: HTMLElement) => void
  readonly drag: (title: TitleKey, data: DataTransfer) => void
}

/** What the pointer does to the rows of a list: one listener for all of them. */
export function useRowPointer({ activate, open, select, menu, drag }: Handlers) {
  function rowOf(event: Event) {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest<HTMLElement>('[data-title]')
    const title = readTitleKey(row?.dataset.title)
    return target && row && title ? { target, row, title } : null
  }

  function fieldAt(target: Element): EntryField | null {
    const name = target.closest<HTMLElement>('[data-field]')?.dataset.field
    return entryFields.find((field) => field === name) ?? null
  }

  return {
    onClick(event: MouseEvent) {
      const hit = rowOf(event)
      if (!hit) return
      const { target, title } = hit
      const isTick = target.closest('.tick') !== null
      activate(title)
      if (isTick || !target.closest('button, input')) {
        if (event.shiftKey) return select(title, 'range')
        if (isTick || event.ctrlKey || event.metaKey) return select(title, 'toggle')
        open(title, fieldAt(target))
      }
    },

    onContextMenu(event: Event) {
      const hit = rowOf(event)
      if (!hit) return
      activate(hit.title)
      menu(hit.title, hit.row.querySelector<HTMLElement>('.more') ?? hit.row)
    },

    onDragstart(event: DragEvent) {
      const hit = rowOf(event)
      if (hit && event.dataTransfer) drag(hit.title, event.dataTransfer)
    },
  }
}
