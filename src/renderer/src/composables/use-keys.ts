import { onScopeDispose } from 'vue'
import { createKeyReader } from '../key-reader'
import { type KeyAction, type KeyBinding, keyBindings } from '../keys'

export type KeyHandlers = { readonly [A in KeyAction]?: (event: KeyboardEvent) => unknown }

interface Options {
  readonly singleKeys: () => 'on' | 'off'
  /** The keys as the user has them; the usual ones by default. */
  readonly bindings?: () => readonly KeyBinding[]
  /** False while somebody else should have the keys. */
  readonly active?: () => boolean
}

const typing = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
const elsewhere = '[role=dialog], [role=menu], [role=listbox]'
const pressable = 'button, a, input, [role=button], [role=switch]'

/** Runs what a key stands for, unless it belongs to a field, a menu, a dialog or a button. */
export function useKeys(
  handlers: KeyHandlers,
  { singleKeys, bindings = () => keyBindings, active }: Options,
) {
  const read = createKeyReader()

  function onKeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || active?.() === false) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest(elsewhere)) return
    const isTyping = target.closest(typing) !== null
    const binding = read(event, isTyping ? 'off' : singleKeys(), bindings())
    const handle = binding && handlers[binding.action]
    if (!handle) return
    if (isTyping && !binding.everywhere && event.key !== 'Escape') return
    if ((event.key === 'Enter' || event.key === ' ') && target.closest(pressable)) return
    event.preventDefault()
    handle(event)
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown))
}
