import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transport } from '../../src/main/http/transport'

export const canaryMark = 'TSUZUKI-CANARY'

/**
 * Puts words that can be searched for in the place of real secrets: the app gets the canaries, the
 * services what they gave out.
 */
export function createCanaries(transport: Transport) {
  const real = new Map<string, string>()
  let echoes = false

  /** A canary that stands for a secret from now on. */
  function plant(secret: string, kind: string): string {
    const canary = `${canaryMark}-${kind}-${real.size}-Zm9vYmFy`
    real.set(canary, secret)
    return canary
  }

  function unplanted(text: string): string {
    let rest = text
    for (const [canary, secret] of real) rest = rest.replaceAll(canary, secret)
    return rest
  }

  const planted: Transport = async (request) => {
    const said = [request.url, request.body ?? '', ...Object.values(request.headers)].join(' ')
    const isOAuth = /oauth|auth\/access_token/.test(request.url)
    if (echoes) {
      const error = {
        error: 'invalid_request',
        message: `No good: ${said}`,
        error_description: said,
      }
      const text = JSON.stringify({ ...error, errors: [{ message: said, status: 400 }] })
      return { status: 400, headers: {}, text }
    }
    const headers = Object.entries(request.headers).map(([name, value]) => [name, unplanted(value)])
    const answer = await transport({
      ...request,
      url: unplanted(request.url),
      headers: Object.fromEntries(headers) as Record<string, string>,
      ...(request.body === undefined ? {} : { body: unplanted(request.body) }),
    })
    return isOAuth && answer.status === 200
      ? { ...answer, text: withCanaries(answer.text) }
      : answer
  }

  function withCanaries(text: string): string {
    if (!text.startsWith('{')) return text
    const body = JSON.parse(text) as Record<string, unknown>
    for (const name of ['access_token', 'refresh_token']) {
      const secret = body[name]
      if (typeof secret === 'string') body[name] = plant(secret, name.replace('_token', ''))
    }
    return JSON.stringify(body)
  }

  return {
    transport: planted,
    plant,
    /** The address that a person is sent to, with canaries for the code and the token in it. */
    inAddress: (target: string) =>
      target.replace(
        /(code|access_token)=([^&]+)/g,
        (_all, name: string, secret: string) => `${name}=${plant(secret, name)}`,
      ),
    /** From now on each service answers by repeating what it was told, secrets included. */
    repeatEverything: (on: boolean) => void (echoes = on),
    count: () => real.size,
  }
}

/** Files below a folder that hold a text as it is, in base64 or in UTF-16, as `path`. */
export function filesWith(dir: string, texts: readonly string[]): string[] {
  const needles = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  ])
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return needles.some((needle) => bytes.includes(needle))
    })
}
