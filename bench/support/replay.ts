import type { HttpAnswer, HttpRequest, Transport } from '../../src/main/http/transport'

/**
 * A wire that can play what went over it once more, without a service behind it: what is measured
 * then is the program alone.
 */
export function createReplay(live: Transport) {
  const answers = new Map<string, HttpAnswer>()
  let isLive = true

  const transport: Transport = async (request) => {
    const name = nameOf(request)
    const known = isLive ? undefined : answers.get(name)
    if (known) return known
    if (!isLive) throw new Error(`Nobody asked before: ${name}`)
    const answer = await live(request)
    answers.set(name, answer)
    return answer
  }

  return {
    transport,
    /** From now on every answer is one that was given before. */
    replay: () => void (isLive = false),
  }
}

function nameOf({ method, url, body = '' }: HttpRequest) {
  return `${method} ${url} ${body}`
}
