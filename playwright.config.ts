import { defineConfig } from '@playwright/test'

/** Long enough for a slow machine: a test that hangs still ends. */
const MINUTE = 60_000

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/prepare.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: process.env['E2E_WORKERS'] ? Number(process.env['E2E_WORKERS']) : 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 2 * MINUTE,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { actionTimeout: 30_000, trace: 'retain-on-failure' },
})
