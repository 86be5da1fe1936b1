import { setTimeout as pause } from 'node:timers/promises'

interface Target {
  readonly type: string
  readonly url: string
  readonly webSocketDebuggerUrl: string
}

interface Answer {
  readonly id?: number
  readonly result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } }
}

/** How often it is looked for the page, in ms. */
const lookEveryMs = 5

/**
 * The only page of a Chromium, over the bare protocol: unlike a driver it switches nothing on in
 * the page, and so does not slow it down.
 */
export async function openPage(devtools: URL) {
  const socket = new WebSocket((await firstPage(devtools)).webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  let lastId = 0

  return {
    /** What an expression comes to, awaited. A number is all that benches ask for. */
    evaluate(expression: string): Promise<number> {
      const id = (lastId += 1)
      const params = { expression, awaitPromise: true, returnByValue: true }
      return new Promise((resolve, reject) => {
        socket.addEventListener('message', (event: { readonly data: unknown }) => {
          const answer = JSON.parse(String(event.data)) as Answer
          if (answer.id !== id) return
          const value = answer.result?.result?.value
          if (typeof value === 'number') resolve(value)
          else reject(new Error(answer.result?.exceptionDetails?.text ?? 'It gave no number'))
        })
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      })
    },
    close: () => socket.close(),
  }
}

async function firstPage(devtools: URL): Promise<Target> {
  for (;;) {
    const answer = await fetch(`http://${devtools.host}/json/list`)
    const targets = (await answer.json()) as Target[]
    const page = targets.find(({ type, url }) => type === 'page' && !url.startsWith('about:'))
    if (page) return page
    await pause(lookEveryMs)
  }
}
