import { z } from 'zod'
import { AppError } from '../../shared/failure'
import type { QueueStatus } from '../../shared/queue'
import { serviceIds } from '../../shared/service'
import type { TsuzukiApp } from '../environment'

type Call = (args: readonly unknown[]) => Promise<unknown>

interface Options {
  readonly app: Pick<TsuzukiApp, 'handlers' | 'signInWithToken'>
  readonly quit: () => void
}

const signIn = z.tuple([
  z.strictObject({
    service: z.enum(serviceIds),
    token: z.string().min(1).max(10_000),
    refreshToken: z.string().max(10_000).optional(),
    expiresAt: z.int().optional(),
    scopes: z.array(z.string().max(100)).max(50).optional(),
  }),
])
const nothing = z.tuple([])

/**
 * What only a program that drives the core may ask: docs/headless.md. Each call rejects with an
 * `AppError`: `invalid-input` for arguments that are not as written there.
 */
export function createHeadlessCalls({ app, quit }: Options) {
  const waiting = new Set<PromiseWithResolvers<QueueStatus>>()

  const calls: Readonly<Record<string, Call>> = {
    async 'headless:sign-in'(args) {
      const [{ service, token, refreshToken, expiresAt, scopes }] = parse(signIn, args)
      return app.signInWithToken(service, {
        accessToken: token,
        refreshToken: refreshToken ?? null,
        expiresAt: expiresAt ?? null,
        scopes: scopes ?? [],
      })
    },

    async 'headless:idle'(args) {
      parse(nothing, args)
      const status = await app.handlers['queue:status']()
      if (isIdle(status)) return status
      const answer = Promise.withResolvers<QueueStatus>()
      waiting.add(answer)
      return answer.promise
    },

    'headless:quit'(args) {
      parse(nothing, args)
      quit()
      return Promise.resolve(null)
    },
  }

  return {
    /** The call of that name, or `null` when it is none of these. */
    find: (name: string): Call | null =>
      Object.hasOwn(calls, name) ? (calls[name] ?? null) : null,

    /** Takes every `queue:changed`, so that `headless:idle` knows when to answer. */
    queueChanged(status: QueueStatus) {
      if (!isIdle(status)) return
      for (const { resolve } of waiting) resolve(status)
      waiting.clear()
    },

    /** Nobody waits for idleness any more: those who do are told `cancelled`. */
    stop() {
      for (const { reject } of waiting) reject(new AppError({ code: 'cancelled' }))
      waiting.clear()
    },
  }
}

function isIdle({ waiting, sending }: QueueStatus) {
  return waiting === 0 && sending === 0
}

function parse<T>(schema: z.ZodType<T>, args: readonly unknown[]): T {
  const parsed = schema.safeParse(args)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = issue ? `${issue.path.join('.')}: ${issue.message}` : 'not as agreed'
  throw new AppError({ code: 'invalid-input', detail })
}
