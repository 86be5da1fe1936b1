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
}

/** Every key of the window: what works is what is shown. */
export const keyBindings: readonly KeyBinding[] = [
  { action: 'down', group: 'move', keys: ['ArrowDown', 'j'] },
  { action: 'up', group: 'move', keys: ['ArrowUp', 'k'] },
  { action: 'first', group: 'move', keys: ['Home'] },
  { action: 'last', group: 'move', keys: ['End'] },
  { action: 'open', group: 'move', keys: ['Enter'] },
  { action: 'filter', group: 'move', keys: ['/', 'Mod+f'] },
  { action: 'view', group: 'move', keys: ['v'] },
  { action: 'kind', group: 'move', keys: ['a'] },
  { action: 'plus', group: 'edit', keys: ['+', '='] },
  { action: 'minus', group: 'edit', keys: ['-', '−'] },
  { action: 'score', group: 'edit', keys: ['s'] },
  { action: 'status', group: 'edit', keys: ['1', '2', '3', '4', '5', '6'] },
  { action: 'remove', group: 'edit', keys: ['Delete'] },
  { action: 'undo', group: 'edit', keys: ['Mod+z'] },
  { action: 'redo', group: 'edit', keys: ['Mod+Shift+z', 'Mod+y'] },
  { action: 'close', group: 'window', keys: ['Escape'] },
  { action: 'queue', group: 'window', keys: ['q'] },
  { action: 'settings', group: 'window', keys: ['Mod+,'] },
  { action: 'help', group: 'window', keys: ['?'] },
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
