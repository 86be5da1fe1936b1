import { join } from 'node:path'
import { build } from 'vite'
import { repositoryRoot } from '../../support/repository'

/** Makes one file of the app and its edits, so that a life begins in a moment. Answers where in `dir` it is. */
export async function bundleChild(dir: string): Promise<string> {
  const outDir = join(dir, 'bundle')
  await build({
    configFile: false,
    root: repositoryRoot,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      ssr: join(import.meta.dirname, 'child.ts'),
      rollupOptions: { output: { entryFileNames: 'child.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'child.mjs')
}
