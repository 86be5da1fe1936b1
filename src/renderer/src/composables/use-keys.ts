import { onScopeDispose, type Ref } from 'vue'
import { bindingOf, type KeyAction } from '../keys'

export type KeyHandlers = { readonly [A in KeyAction]?: (event: KeyboardEvent) => void }

interface Options {
  readonly singleKeys: () => 'on' | 'off'
  /** Where keys of the list count; without one they are left alone. */
  readonly list?: Readonly<Ref<HTMLElement | null>>
  /** False while somebody else should have the keys. */
  readonly active?: () => boolean
}

const typing = 'input, textarea, select, [contenteditable]'
const elsewhere = '[role=dialog], [role=menu], [role=listbox]'
const pressable = 'button, a, [role=button], [role=switch]'

/** Runs what a key stands for, unless it belongs to a field, a menu or a dialog. */
export function useKeys(handlers: KeyHandlers, { singleKeys, list, active }: Options) {
  function onKeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || active?.() === false) return
    const target = event.target instanceof Element ? event.target : document.body
    const binding = bindingOf(event, singleKeys())
    const handle = binding && handlers[binding.action]
    if (!handle || target.closest(elsewhere)) return
    if (target.closest(typing) && event.key !== 'Escape') return
    if (binding.where === 'list' && !isInList(target, event)) return
    event.preventDefault()
    handle(event)
  }

  function isInList(target: Element, event: KeyboardEvent) {
    if (event.key === 'Enter' && target.closest(pressable)) return false
    return target === document.body || list?.value?.contains(target) === true
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown))
}
