import type { Agent } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { TransportError } from './transport'

/** Says how to reach an address, in the words of a PAC file: `PROXY host:8080; DIRECT`. */
export type ProxyFor = (url: string) => Promise<string>

/**
 * The first way of a PAC answer that can be gone: an address of a proxy, or `null` for none.
 * Rejects with `not-sent` when all that is offered is a kind of proxy that is not spoken here.
 */
export function proxyUrl(answer: string): string | null {
  const ways = answer.split(';').map((way) => way.trim().split(/\s+/))
  for (const [kind = '', host = ''] of ways) {
    if (/^direct$/i.test(kind)) return null
    if (/^proxy$/i.test(kind) && host !== '') return `http://${host}`
    if (/^https$/i.test(kind) && host !== '') return `https://${host}`
  }
  if (answer.trim() === '') return null
  throw new TransportError('not-sent', `This kind of proxy is not spoken here: ${answer}`)
}

/** Agents for the proxies in use, one each. */
export function createProxyAgents(proxyFor: ProxyFor) {
  const agents = new Map<string, Agent>()

  /** The agent for an address; `undefined` where no proxy is asked for. */
  async function agentFor(url: string): Promise<Agent | undefined> {
    const proxy = proxyUrl(await proxyFor(url))
    if (proxy === null) return undefined
    const agent = agents.get(proxy) ?? new HttpsProxyAgent(proxy)
    agents.set(proxy, agent)
    return agent
  }

  return { agentFor }
}
