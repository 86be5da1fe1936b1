/** What a key can do. */
export const keyActions = [
  'down',
  'up',
  'left',
  'right',
  'first',
  'last',
  'open',
  'filter',
  'random',
  'view',
  'kind',
  'plus',
  'minus',
  'score',
  'status',
  'note',
  'dates',
  'remove',
  'select',
  'select-down',
  'select-up',
  'select-all',
  'undo',
  'redo',
  'palette',
  'close',
  'queue',
  'settings',
  'help',
  'go-library',
  'go-week',
  'go-season',
  'go-notifications',
  'go-discover',
  'go-news',
  'go-feed',
  'go-reviews',
  'go-forum',
  'go-statistics',
  'go-history',
] as const
export type KeyAction = (typeof keyActions)[number]

export const keyGroups = ['move', 'edit', 'select', 'window', 'go'] as const

export interface KeyBinding {
  readonly action: KeyAction
  readonly group: (typeof keyGroups)[number]
  /**
   * As `KeyboardEvent.key` names them; `Mod` is Ctrl, or Command on a Mac. `g w` are two, one after
   * the other.
   */
  readonly keys: readonly string[]
  /** Works while one types, too. */
  readonly everywhere?: true
  /** Not to be changed: the keys stand for an order, or nothing could be left without it. */
  readonly fixed?: true
}

/** Every key of the window as it is at first: what works is what is shown. */
export const keyBindings: readonly KeyBinding[] = [
  { action: 'down', group: 'move', keys: ['ArrowDown', 'j'] },
  { action: 'up', group: 'move', keys: ['ArrowUp', 'k'] },
  { action: 'left', group: 'move', keys: ['ArrowLeft'] },
  { action: 'right', group: 'move', keys: ['ArrowRight'] },
  { action: 'first', group: 'move', keys: ['Home'] },
  { action: 'last', group: 'move', keys: ['End'] },
  { action: 'open', group: 'move', keys: ['Enter', 'e'] },
  { action: 'filter', group: 'move', keys: ['/', 'Mod+f'] },
  { action: 'random', group: 'move', keys: ['r'] },
  { action: 'view', group: 'move', keys: ['v'] },
  { action: 'kind', group: 'move', keys: ['a'] },
  { action: 'plus', group: 'edit', keys: ['+', '='] },
  { action: 'minus', group: 'edit', keys: ['-', '−'] },
  { action: 'score', group: 'edit', keys: ['s'] },
  { action: 'status', group: 'edit', keys: ['1', '2', '3', '4', '5', '6'], fixed: true },
  { action: 'note', group: 'edit', keys: ['n'] },
  { action: 'dates', group: 'edit', keys: ['d'] },
  { action: 'remove', group: 'edit', keys: ['Delete'] },
  { action: 'select', group: 'select', keys: ['x', 'Space'] },
  { action: 'select-down', group: 'select', keys: ['Shift+ArrowDown'] },
  { action: 'select-up', group: 'select', keys: ['Shift+ArrowUp'] },
  { action: 'select-all', group: 'select', keys: ['Mod+a'] },
  { action: 'undo', group: 'edit', keys: ['Mod+z'] },
  { action: 'redo', group: 'edit', keys: ['Mod+Shift+z', 'Mod+y'] },
  { action: 'palette', group: 'window', keys: ['Mod+k'], everywhere: true },
  { action: 'close', group: 'window', keys: ['Escape'], fixed: true },
  { action: 'queue', group: 'window', keys: ['q'] },
  { action: 'settings', group: 'window', keys: ['Mod+,'] },
  { action: 'help', group: 'window', keys: ['?'] },
  { action: 'go-library', group: 'go', keys: ['g l'] },
  { action: 'go-week', group: 'go', keys: ['g w'] },
  { action: 'go-season', group: 'go', keys: ['g e'] },
  { action: 'go-notifications', group: 'go', keys: ['g n'] },
  { action: 'go-discover', group: 'go', keys: ['g d'] },
  { action: 'go-news', group: 'go', keys: ['g i'] },
  { action: 'go-feed', group: 'go', keys: ['g a'] },
  { action: 'go-reviews', group: 'go', keys: ['g r'] },
  { action: 'go-forum', group: 'go', keys: ['g f'] },
  { action: 'go-statistics', group: 'go', keys: ['g s'] },
  { action: 'go-history', group: 'go', keys: ['g h'] },
]

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The binding of a key; `null` when there is none. One-letter keys can be switched off. */
export function bindingOf(
  event: Pressed,
  singleKeys: 'on' | 'off',
  bindings: readonly KeyBinding[] = keyBindings,
): KeyBinding | null {
  const name = keyName(event)
  if (name === null || (singleKeys === 'off' && startsSingle(name))) return null
  return bindings.find((binding) => binding.keys.includes(name)) ?? null
}

/** What a key is called in a binding; `null` for those that belong to the system. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey || modifiers.has(key)) return null
  if (!ctrlKey && !metaKey) {
    const name = key === ' ' ? 'Space' : key
    return shiftKey && name.length > 1 ? `Shift+${name}` : name
  }
  const letter = key.length === 1 ? key.toLowerCase() : key
  return shiftKey ? `Mod+Shift+${letter}` : `Mod+${letter}`
}

/** True when the first of its keys is a single letter or sign. */
export function startsSingle(name: string): boolean {
  const [first = ''] = name.split(' ')
  return [...first].length === 1
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'Dead', 'Process'])
