/** What a key can do. */
export type KeyAction =
  | 'down'
  | 'up'
  | 'first'
  | 'last'
  | 'open'
  | 'filter'
  | 'view'
  | 'kind'
  | 'plus'
  | 'minus'
  | 'score'
  | 'status'
  | 'remove'
  | 'undo'
  | 'redo'
  | 'close'
  | 'queue'
  | 'settings'
  | 'help'

export interface KeyBinding {
  readonly action: KeyAction
  readonly group: 'move' | 'edit' | 'window'
  /** As `KeyboardEvent.key` names them; `Mod` is Ctrl, or Command on a Mac. */
  readonly keys: readonly string[]
  /** `list`: only where the focus is in the list, or nowhere. */
  readonly where: 'page' | 'list'
}

/** Every key of the window: what works is what is shown. */
export const keyBindings: readonly KeyBinding[] = [
  { action: 'down', group: 'move', keys: ['ArrowDown', 'j'], where: 'list' },
  { action: 'up', group: 'move', keys: ['ArrowUp', 'k'], where: 'list' },
  { action: 'first', group: 'move', keys: ['Home'], where: 'list' },
  { action: 'last', group: 'move', keys: ['End'], where: 'list' },
  { action: 'open', group: 'move', keys: ['Enter'], where: 'list' },
  { action: 'filter', group: 'move', keys: ['/', 'Mod+f'], where: 'page' },
  { action: 'view', group: 'move', keys: ['v'], where: 'page' },
  { action: 'kind', group: 'move', keys: ['a'], where: 'page' },
  { action: 'plus', group: 'edit', keys: ['+', '='], where: 'list' },
  { action: 'minus', group: 'edit', keys: ['-', '−'], where: 'list' },
  { action: 'score', group: 'edit', keys: ['s'], where: 'list' },
  { action: 'status', group: 'edit', keys: ['1', '2', '3', '4', '5', '6'], where: 'list' },
  { action: 'remove', group: 'edit', keys: ['Delete'], where: 'list' },
  { action: 'undo', group: 'edit', keys: ['Mod+z'], where: 'page' },
  { action: 'redo', group: 'edit', keys: ['Mod+Shift+z', 'Mod+y'], where: 'page' },
  { action: 'close', group: 'window', keys: ['Escape'], where: 'page' },
  { action: 'queue', group: 'window', keys: ['q'], where: 'page' },
  { action: 'settings', group: 'window', keys: ['Mod+,'], where: 'page' },
  { action: 'help', group: 'window', keys: ['?'], where: 'page' },
]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The binding of a key; `null` when there is none. One-letter keys can be switched off. */
export function bindingOf(event: Pressed, singleKeys: 'on' | 'off'): KeyBinding | null {
  if (event.altKey) return null
  const name = nameOf(event)
  if (singleKeys === 'off' && [...name].length === 1) return null
  return keyBindings.find((binding) => binding.keys.includes(name)) ?? null
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: Pressed): string {
  if (!ctrlKey && !metaKey) return key
  const letter = key.length === 1 ? key.toLowerCase() : key
  return shiftKey ? `Mod+Shift+${letter}` : `Mod+${letter}`
}
