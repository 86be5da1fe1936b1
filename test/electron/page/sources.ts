import { createCodec } from '../codec.ts'
import { createBridge } from './bridge.ts'
import { createPreloadEnvironment, type ProcessFacts } from './preload.ts'

/** The world in which Electron's preload scripts live, by Electron's name for it. */
export const PRELOAD_WORLD = 'Electron Isolated Context'

/** The function through which the preload's world, and no other, can call out. */
export const BINDING = '__standInPost'

/** Its way back, called with one text. */
export const RECEIVER = `${BINDING}Receive`

interface Options {
  /** Source text of the preload script, a CommonJS module; empty if there is none. */
  readonly preload: string
  readonly facts: ProcessFacts
  /** Known to both worlds of one window and not to the page's own scripts. */
  readonly secret: string
}

/** The scripts that start in every document before its own: one for each of the two worlds. */
export function createPageSources({ preload, facts, secret }: Options) {
  const json = JSON.stringify
  const codec = `const createCodec = ${createCodec.toString()}`
  const page = `(() => {
    if (window !== window.top) return
    ${codec}
    ;(${createBridge.toString()})('page', ${json(secret)}, createCodec)
  })()`

  const inPreloadWorld = `(() => {
    if (window !== window.top) return
    ${codec}
    const bridge = (${createBridge.toString()})('preload', ${json(secret)}, createCodec)
    const environment = (${createPreloadEnvironment.toString()})(
      ${json(facts)}, ${json(BINDING)}, createCodec(), bridge)
    const module = { exports: {} }
    try {
      (function (require, process, global, exports, module) {
${preload}
      })(environment.require, environment.process, globalThis, module.exports, module)
    } catch (error) { environment.failed(error) }
  })()`

  return { page, preload: inPreloadWorld }
}
