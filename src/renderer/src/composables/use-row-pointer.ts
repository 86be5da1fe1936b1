import { type MediaKind, mediaKinds, titleKey, type TitleKey } from '../../../shared/media'

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
    const title = readTitle(row?.dataset.title)
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

function readTitle(text: string | undefined): TitleKey | null {
  const [kind, id] = text?.split(':') ?? []
  return isKind(kind) && id ? titleKey(kind, Number(id)) : null
}

function isKind(text: string | undefined): text is MediaKind {
  return mediaKinds.some((kind) => kind === text)
}
