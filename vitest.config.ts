import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const inNode = { environment: 'node' as const, server: { deps: { inline: ['electron-store'] } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...inNode,
          name: 'unit',
          include: ['test/unit/{main,shared,sandbox,preload,project,electron}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...inNode,
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/campaigns/**/*.test.ts'],
        },
      },
      {
        plugins: [vue()],
        test: {
          environment: 'happy-dom',
          name: 'renderer',
          include: ['test/unit/renderer/**/*.test.ts'],
        },
      },
    ],
  },
})
