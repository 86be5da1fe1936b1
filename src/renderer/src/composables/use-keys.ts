import { onScopeDispose } from 'vue'
import { bindingOf, type KeyAction } from '../keys'

export type KeyHandlers = { readonly [A in KeyAction]?: (event: KeyboardEvent) => void }

interface Options {
  readonly singleKeys: () => 'on' | 'off'
  /** False while somebody else should have the keys. */
  readonly active?: () => boolean
}

const typing = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
const elsewhere = '[role=dialog], [role=menu], [role=listbox]'
const pressable = 'button, a, input, [role=button], [role=switch]'

/** Runs what a key stands for, unless it belongs to a field, a menu, a dialog or a button. */
export function useKeys(handlers: KeyHandlers, { singleKeys, active }: Options) {
  function onKeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || active?.() === false) return
    const target = event.target instanceof Element ? event.target : document.body
    const binding = bindingOf(event, singleKeys())
    const handle = binding && handlers[binding.action]
    if (!handle || target.closest(elsewhere)) return
    if (event.key !== 'Escape' && target.closest(typing)) return
    if (event.key === 'Enter' && target.closest(pressable)) return
    event.preventDefault()
    handle(event)
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown))
}
