const known = new WeakMap<object, Map<string, unknown>>()

/**
 * The text at a path such as `common.ago`, remembered: lists ask for the same few words with each
 * row that they draw. `null` where there is none. Messages never change while the window is open.
 */
export function resolveMessage(messages: unknown, path: string): string | null {
  if (typeof messages !== 'object' || messages === null) return null
  const ofThese = known.get(messages) ?? new Map<string, unknown>()
  if (!known.has(messages)) known.set(messages, ofThese)
  if (!ofThese.has(path)) ofThese.set(path, walk(messages, path))
  // Whatever else stands there is for vue-i18n to refuse.
  return ofThese.get(path) as string | null
}

function walk(messages: object, path: string): unknown {
  let at: unknown = messages
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return null
    at = (at as Readonly<Record<string, unknown>>)[name]
  }
  return at
}
