import { z } from 'zod'
import { type Failure, type Result, toFailure } from '../../shared/failure'
import type { EventName, Events } from '../../shared/ipc'

interface Options {
  /** Answers a call of the contract; never rejects. */
  readonly answer: (name: string, args: readonly unknown[]) => Promise<Result<unknown>>
  /** A call beside the contract, or `null`. */
  readonly findOwn: (name: string) => ((args: readonly unknown[]) => Promise<unknown>) | null
  readonly clean: (text: string) => string
  /** Takes one line without its end. */
  readonly write: (line: string) => void
}

const asked = z.object({
  id: z.union([z.int(), z.string().max(200)]),
  call: z.string().max(200),
  args: z.array(z.unknown()).optional(),
})

/**
 * Speaks JSON lines: `{"id":1,"call":"queue:status","args":[]}` in, `{"id":1,"ok":true,"value":…}`
 * and `{"event":"queue:changed","payload":…}` out. Answers come as they are ready, named by id.
 */
export function createJsonLines({ answer, findOwn, clean, write }: Options) {
  const underWay = new Set<Promise<void>>()
  const early: object[] = []
  let isReady = false
  const say = (what: object) => write(JSON.stringify(what))

  async function reply(id: number | string, call: string, args: readonly unknown[]) {
    const own = findOwn(call)
    const result = own ? await settle(own(args)) : await answer(call, args)
    say(result.ok ? { id, ok: true, value: result.value ?? null } : { id, ...result })
  }

  async function settle(run: Promise<unknown>): Promise<Result<unknown>> {
    try {
      return { ok: true, value: await run }
    } catch (error) {
      const failure = toFailure(error)
      const detail = failure.detail === undefined ? {} : { detail: clean(failure.detail) }
      return { ok: false, failure: { ...failure, ...detail } }
    }
  }

  return {
    /** Takes one line; whatever is wrong with it is said in an answer. */
    take(line: string) {
      if (line.trim() === '') return
      const parsed = asked.safeParse(parseJson(line))
      if (!parsed.success) return say({ id: null, ok: false, failure: notUnderstood })
      const { id, call, args = [] } = parsed.data
      const work = reply(id, call, args).finally(() => underWay.delete(work))
      underWay.add(work)
    },

    /** Says an event; those from before `ready` are said right after it. */
    event<E extends EventName>(name: E, payload: Events[E]) {
      if (isReady) say({ event: name, payload })
      else early.push({ event: name, payload })
    },

    /** The first line of all: calls are taken from here on. */
    ready() {
      isReady = true
      say({ event: 'ready' })
      early.splice(0).forEach(say)
    },

    /** Resolves once every call taken so far has its answer. */
    settled: async () => void (await Promise.all(underWay)),
  }
}

const notUnderstood: Failure = {
  code: 'invalid-input',
  detail: 'a line is {"id":1,"call":"topic:verb","args":[]}',
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
