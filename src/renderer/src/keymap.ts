import { type KeyAction, keyActions, type KeyBinding, keyBindings } from './keys'

/** Keys of the user's own, by action. An empty list is no key at all. */
export type OwnKeys = { readonly [A in KeyAction]?: readonly string[] }

/** Under which name they are kept among what the window remembers. */
export const ownKeysName = 'keys'

/** Reads what is remembered; what is not understood is left out. */
export function readOwnKeys(kept: unknown): OwnKeys {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([action, keys]: [string, unknown]) => isChangeable(action) && isKeyList(keys),
    ),
  )
}

/** All bindings, with the user's own keys in the place of the usual ones. */
export function bindingsWith(own: OwnKeys): readonly KeyBinding[] {
  return keyBindings.map((binding) => ({ ...binding, keys: own[binding.action] ?? binding.keys }))
}

/** What already stands in the way of a key: the same key, or the first of a pair. */
export function takenBy(
  name: string,
  action: KeyAction,
  bindings: readonly KeyBinding[],
): KeyAction | null {
  const others = bindings.filter((binding) => binding.action !== action)
  return (
    others.find(({ keys }) =>
      keys.some((key) => key === name || key.startsWith(`${name} `) || name.startsWith(`${key} `)),
    )?.action ?? null
  )
}

function isChangeable(action: string): boolean {
  return (
    keyActions.some((each) => each === action) &&
    !keyBindings.some((binding) => binding.action === action && binding.fixed)
  )
}

function isKeyList(keys: unknown): boolean {
  return (
    Array.isArray(keys) &&
    keys.length <= 4 &&
    keys.every((key) => typeof key === 'string' && key !== '' && key.length <= 40)
  )
}
