import { resolve } from 'node:path'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

/**
 * Nuxt UI writes its palette into an inline style at start, which our content security policy
 * forbids. The palette stands in `colors.css` instead, and the run-time plugin is left out.
 */
const withoutInlinePalette = {
  name: 'without-inline-palette',
  enforce: 'pre' as const,
  load: (id: string) =>
    /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js/.test(id)
      ? 'export default () => {}'
      : undefined,
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          headless: resolve('src/main/headless.ts'),
          sandbox: resolve('src/sandbox/serve.ts'),
          'sandbox-worker': resolve('src/sandbox/worker.ts'),
          'backup-worker': resolve('src/main/backup-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    build: { minify: true },
    plugins: [
      withoutInlinePalette,
      vue(),
      ui({
        root: resolve('.'),
        colorMode: false,
        router: false,
        // Ours are imported where they are used; only those of Nuxt UI are known everywhere.
        components: { dirs: [] },
        icon: { clientBundle: { scan: { globInclude: ['src/renderer/src/**/*.{vue,ts}'] } } },
        ui: { colors: { primary: 'vermilion', neutral: 'ink' } },
      }),
    ],
  },
})
