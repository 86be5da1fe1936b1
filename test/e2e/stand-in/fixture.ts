import { join } from 'node:path'
import { expect, test as base } from '../launch'

/** The folder of a small app that asks of Electron what Tsuzuki asks. */
export const entry = join(import.meta.dirname, '../fixture-app')

/** What the fixture's preload offers to its page. */
interface FixtureBridge {
  invoke(channel: string, value?: unknown): Promise<unknown>
  say(words: unknown): void
  throwing(): never
  canRequire(name: string): boolean
  readonly nested: { answer: number }
}

declare global {
  var fixture: FixtureBridge
  var said: unknown[]
  /** In the fixture's main process. */
  var happened: {
    navigations: string[]
    secondStarts: string[]
    crashes: string[]
    refused: string[]
  }
}

/** The fixture's page breaks its policy on purpose. */
export const test = base.extend({ failOnFaults: false })

export { expect }
