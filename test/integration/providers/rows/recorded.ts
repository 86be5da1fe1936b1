/**
 * The same thing, but each object that one of its functions returns is remembered with the way to
 * that function (`community.user`), so that it can be said who made a call.
 */
export function recorded<T extends object>(
  thing: T,
  makers: WeakMap<object, string>,
  path = '',
): T {
  return new Proxy(thing, {
    get(target, key, receiver): unknown {
      const value: unknown = Reflect.get(target, key, receiver)
      const name = path === '' ? String(key) : `${path}.${String(key)}`
      if (typeof value === 'function') return recording(value as Function_, target, name, makers)
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? recorded(value, makers, name)
        : value
    },
  })
}

type Function_ = (...args: readonly unknown[]) => unknown

function recording(
  run: Function_,
  target: object,
  name: string,
  makers: WeakMap<object, string>,
): Function_ {
  return (...args) => {
    const made = run.apply(target, [...args])
    if (typeof made === 'object' && made !== null) makers.set(made, name)
    return made
  }
}
