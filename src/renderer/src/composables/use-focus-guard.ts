import { onUpdated, type Ref } from 'vue'

/**
 * Keeps the keyboard on its title: when the control that has the focus is handed on to another
 * title, the focus goes to the list itself, so that no key press ever lands on the wrong one.
 */
export function useFocusGuard(list: Readonly<Ref<HTMLElement | null>>) {
  let title: string | undefined

  function titleAt(element: Element | null) {
    return element?.closest<HTMLElement>('[data-title]')?.dataset.title
  }

  onUpdated(() => {
    const focused = document.activeElement
    if (title === undefined || !list.value?.contains(focused) || focused === list.value) return
    if (titleAt(focused) !== title) list.value.focus({ preventScroll: true })
  })

  return {
    onFocusin: (event: FocusEvent) => {
      title = event.target instanceof Element ? titleAt(event.target) : undefined
    },
  }
}
