/** A call as its document spells it, such as `GET user/{user}/animelist`. */
export interface RouteDefinition<Call> {
  name: string
  call: Call
}

export interface FoundRoute<Call> extends RouteDefinition<Call> {
  params: Readonly<Record<string, string>>
}

/** Finds calls by method and path; the first that fits wins. */
export function createRouter<Call>(
  definitions: readonly RouteDefinition<Call>[],
): (method: string, path: string) => FoundRoute<Call> | undefined {
  const compiled = definitions.map((definition) => {
    const [method = '', path = ''] = definition.name.split(' ')
    const pattern = path
      .split('/')
      .map((part) => part.replace(/^\{(\w+)\}$/, '(?<$1>[^/]+)'))
      .join('/')
    return { definition, method, pattern: new RegExp(`^${pattern}$`) }
  })
  return (method, path) => {
    for (const route of compiled) {
      if (route.method !== method) continue
      const match = route.pattern.exec(path)
      if (match) return { ...route.definition, params: decoded(match.groups ?? {}) }
    }
    return undefined
  }
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, safelyDecoded(value)]),
  )
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text
  }
}
