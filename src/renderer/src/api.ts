import { AppError } from '../../shared/failure'
import type { Answer, Bridge, CallName, Calls, EventName, Events } from '../../shared/ipc'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Asks main. What fails is thrown as an `AppError` with the failure that main told. */
export async function call<C extends CallName>(
  name: C,
  ...args: Parameters<Calls[C]>
): Promise<Answer<C>> {
  const result = await window.bridge.call(name, ...args)
  if (!result.ok) throw new AppError(result.failure)
  return result.value
}

/** Listens to main's news; returns the function that stops it. */
export function on<E extends EventName>(name: E, listener: (payload: Events[E]) => void) {
  return window.bridge.on(name, listener)
}
