import type { createAsk } from '../ask'

type Ask = ReturnType<typeof createAsk>

/** Asks and gives the data of one root field. */
export async function data(ask: Ask, query: string, variables: Record<string, unknown> = {}) {
  const { json } = await ask.graph(query, variables)
  if (json.errors) throw new Error(JSON.stringify(json.errors))
  const [found] = Object.values(json.data)
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return found as any
}
