import { type KeyBinding, keyName, type Pressed, startsSingle } from './keys'

/** How long the second key of two may take, in ms. */
const patienceMs = 1500

/**
 * Reads keys one after the other, so that `g` and `w` together can mean something. Gives the binding
 * of a key, or `null`; a second key that belongs to no pair counts by itself.
 */
export function createKeyReader() {
  let first: { readonly name: string; readonly at: number } | null = null

  return (
    event: Pressed & Pick<KeyboardEvent, 'timeStamp'>,
    singleKeys: 'on' | 'off',
    bindings: readonly KeyBinding[],
  ): KeyBinding | null => {
    const name = keyName(event)
    // Shift on its way to a capital does not break a pair.
    if (name === null) return null
    const begun = first && event.timeStamp - first.at <= patienceMs ? first.name : null
    first = null
    const of = (keys: string) => bindings.find((binding) => binding.keys.includes(keys)) ?? null
    const pair = begun === null ? null : of(`${begun} ${name}`)
    if (pair) return pair
    if (singleKeys === 'off' && startsSingle(name)) return null
    if (bindings.some(({ keys }) => keys.some((key) => key.startsWith(`${name} `)))) {
      first = { name, at: event.timeStamp }
    }
    return of(name)
  }
}
