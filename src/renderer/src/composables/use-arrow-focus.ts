import type { Ref } from 'vue'
import { type Direction, nearest } from '../airing/nearest'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/**
 * Arrow keys among things that lie in a plane: whatever carries `data-spot` can be reached. Of all
 * of them one is in the way of the Tab key, the one where one was last.
 */
export function useArrowFocus(root: Readonly<Ref<HTMLElement | null>>) {
  function spots(): HTMLElement[] {
    return [...(root.value?.querySelectorAll<HTMLElement>('[data-spot]') ?? [])]
  }

  function goTo(spot: HTMLElement | undefined) {
    if (!spot) return
    for (const each of spots()) each.tabIndex = each === spot ? 0 : -1
    spot.focus()
    spot.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return {
    /** After the things were drawn: one of them can be reached by Tab. */
    settle() {
      const all = spots()
      const chosen = all.find(({ tabIndex }) => tabIndex === 0) ?? all[0]
      for (const each of all) each.tabIndex = each === chosen ? 0 : -1
    },
    onFocusin({ target }: FocusEvent) {
      const spot = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-spot]') : null
      if (!spot) return
      for (const each of spots()) each.tabIndex = each === spot ? 0 : -1
    },
    onKeydown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const all = spots()
      const { target } = event
      const at = all.findIndex((spot) => spot === target)
      if (at < 0) return
      if (event.key === 'Home' || event.key === 'End') {
        event.preventDefault()
        goTo(event.key === 'Home' ? all[0] : all.at(-1))
        return
      }
      const direction = arrows[event.key]
      if (!direction) return
      event.preventDefault()
      const boxes = all.map((spot) => spot.getBoundingClientRect())
      const found = nearest(boxes, at, direction)
      if (found !== null) goTo(all[found])
    },
  }
}
