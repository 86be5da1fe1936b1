import { AppError, type Result, toFailure } from '../../../../src/shared/failure'
import type {
  Answer,
  Bridge,
  CallName,
  EventName,
  Events,
  Handlers,
} from '../../../../src/shared/ipc'

export interface FakeBridge {
  /** What was asked, in order. */
  readonly calls: readonly { readonly name: CallName; readonly args: readonly unknown[] }[]
  /** The arguments of every call of one name. */
  argsOf(name: CallName): readonly (readonly unknown[])[]
  push<E extends EventName>(name: E, payload: Events[E]): void
}

/** Stands in for main: answers with `handlers`, and fails aloud at any other call. */
export function installFakeBridge(handlers: Partial<Handlers> = {}): FakeBridge {
  const calls: { name: CallName; args: readonly unknown[] }[] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()

  const bridge: Bridge = {
    async call<C extends CallName>(name: C, ...args: readonly unknown[]) {
      calls.push({ name, args: structuredClone(args) })
      try {
        // The contract binds names to arguments; here both come from the same caller.
        const handle = handlers[name] as ((...args: readonly unknown[]) => unknown) | undefined
        if (!handle) throw new AppError({ code: 'unexpected', detail: `no handler for ${name}` })
        return { ok: true, value: structuredClone(await handle(...args)) } as Result<Answer<C>>
      } catch (error) {
        return { ok: false, failure: toFailure(error) }
      }
    },

    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => void known.delete(listener)
    },
  }
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true })

  return {
    calls,
    argsOf: (name) => calls.filter((each) => each.name === name).map(({ args }) => args),
    push: (name, payload) => listeners.get(name)?.forEach((listen) => listen(payload as never)),
  }
}
