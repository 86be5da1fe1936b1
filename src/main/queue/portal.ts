import type { HttpAnswer } from '../http/transport'

/**
 * True when a network answers in the place of the service and wants a page to be opened first, as
 * hotels and trains do: by the status made for it, or by sending elsewhere what no service sends away.
 */
export function isPortal({ status, headers }: HttpAnswer, asked: URL): boolean {
  if (status === 511) return true
  const to = headers['location']
  if (status < 300 || status >= 400 || to === undefined) return false
  const there = URL.parse(to, asked.href)
  return there !== null && there.hostname !== asked.hostname
}
