/**
 * `node --import ./scripts/lib/typescript.mjs FILE.ts` runs our sources as they are: Node strips the
 * types by itself, and this finds the files of imports that are written without an extension.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    const ours = /^\.{1,2}\//.test(specifier) && !/\/node_modules\//.test(context.parentURL ?? '')
    const bare = ours && !/\.[a-z]+$/.test(specifier)
    return nextResolve(bare ? `${specifier}.ts` : specifier, context)
  },
})
