import { type CallName, type Handlers, callNames } from '../../../../src/shared/ipc'

export interface Heard {
  readonly name: CallName
  readonly args: readonly unknown[]
}

/** Handlers that answer with the name of the call and remember what they were asked. */
export function stubHandlers(heard: Heard[] = [], own: Partial<Handlers> = {}): Handlers {
  const stubs = Object.keys(callNames).map((name) => [
    name,
    (...args: unknown[]) => {
      heard.push({ name: name as CallName, args })
      return name
    },
  ])
  // The stubs answer with words where the contract has data: nobody here looks at the answers.
  return { ...(Object.fromEntries(stubs) as Handlers), ...own }
}
