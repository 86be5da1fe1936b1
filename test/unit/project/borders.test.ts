import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** The project's own configuration, without the rules that need types: the files here are not real. */
function createLint() {
  return new ESLint({
    cwd: root,
    overrideConfig: [
      { files: ['**/*.ts', '**/*.vue'], ...tseslint.configs.disableTypeChecked },
      // On a CI machine the parser would make a program of its own out of every text.
      { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
      { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
    ] as NonNullable<ESLint.Options['overrideConfig']>,
  })
}

let eslint: ESLint

beforeAll(() => {
  eslint = createLint()
})

/** The rules that a text breaks when it stands in this file. */
async function brokenBy(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, path) })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

const borders = 'tsuzuki/borders'
const gate = 'no-restricted-syntax'

describe('each floor knows only those below', () => {
  test.each([
    ['src/shared/new.ts', `import { queue } from '../main/queue/queue'\nqueue()\n`],
    ['src/shared/new.ts', `import { join } from 'node:path'\njoin()\n`],
    ['src/shared/new.ts', `import { z } from 'zod'\nz.string()\n`],
    ['src/shared/ipc/new.ts', `export type { Row } from '../../main/db/entries'\n`],
    ['src/sandbox/new.ts', `import { createQueue } from '../main/queue/queue'\ncreateQueue()\n`],
    ['src/preload/new.ts', `import { readFileSync } from 'node:fs'\nreadFileSync('')\n`],
    ['src/preload/new.ts', `import { call } from '../renderer/src/api'\ncall()\n`],
    ['src/renderer/src/new.ts', `import { app } from 'electron'\napp.quit()\n`],
    [
      'src/renderer/src/new.ts',
      `import type { Row } from '../../main/db/entries'\nexport type R = Row\n`,
    ],
    ['src/renderer/src/new.ts', `import { z } from 'zod'\nz.string()\n`],
    ['src/main/app.ts', `import { createWindow } from './desktop/window'\ncreateWindow()\n`],
    ['src/main/app.ts', `import { app } from 'electron'\napp.quit()\n`],
    ['src/main/services/new.ts', `import { app } from 'electron'\napp.quit()\n`],
    ['src/main/services/new.ts', `import { serve } from '../ipc/serve'\nserve()\n`],
    ['src/main/services/new.ts', `export const load = () => import('../../sandbox/serve')\n`],
    [
      'src/main/queue/new.ts',
      `import { createLibrary } from '../services/library'\ncreateLibrary()\n`,
    ],
    ['src/main/providers/new.ts', `import { decide } from '../queue/decide'\ndecide()\n`],
    ['src/main/providers/new.ts', `import { request } from '../http/request'\nrequest()\n`],
    ['src/main/db/new.ts', `import { parse } from '../backup/formats/mal'\nparse()\n`],
    ['src/main/backup/new.ts', `import { entries } from '../db/entries'\nentries()\n`],
    ['src/main/http/new.ts', `import { entries } from '../db/entries'\nentries()\n`],
    ['src/main/unheard-of/new.ts', `export const one = 1\n`],
  ])('%s: %j', async (path, text) => {
    expect(await brokenBy(path, text)).toEqual([borders])
  })
})

describe('packages with one home', () => {
  test.each([
    ['src/main/services/new.ts', `import axios from 'axios'\nvoid axios.get('')\n`],
    [
      'src/main/providers/new.ts',
      `import { AxiosError } from 'axios'\nexport const e = AxiosError\n`,
    ],
    ['src/main/services/new.ts', `import Store from 'electron-store'\nexport const s = Store\n`],
    ['src/main/index.ts', `import Store from 'electron-store'\nexport const s = Store\n`],
    ['src/main/http/new.ts', `import { net } from 'electron'\nnet.fetch('')\n`],
    ['src/sandbox/new.ts', `import { net } from 'electron'\nnet.request('')\n`],
    ['src/main/services/new.ts', `import { ref } from 'vue'\nref(1)\n`],
  ])('%s: %j', async (path, text) => {
    expect(await brokenBy(path, text)).toEqual([borders])
  })
})

describe('each border has one gate', () => {
  test.each([
    ['src/main/desktop/new.ts', `import { ipcMain } from 'electron'\nipcMain.handle('', null)\n`],
    [
      'src/main/index.ts',
      `import * as electron from 'electron'\nelectron.ipcMain.handle('', null)\n`,
    ],
    ['src/main/desktop/new.ts', `import { ipcRenderer } from 'electron'\nipcRenderer.send('')\n`],
    ['src/renderer/src/stores/new.ts', `export const call = window.bridge.call\n`],
    ['src/renderer/src/stores/new.ts', `export const { bridge } = window\n`],
    ['src/main/services/new.ts', `export const text = fetch('https://example.org')\n`],
    ['src/renderer/src/new.ts', `export const text = window.fetch('https://example.org')\n`],
    ['src/sandbox/new.ts', `export const socket = new WebSocket('wss://example.org')\n`],
  ])('%s: %j', async (path, text) => {
    expect(await brokenBy(path, text)).toContain(gate)
  })

  test.each([
    ['src/main/ipc/serve.ts', `import { ipcMain } from 'electron'\nipcMain.handle('', null)\n`],
    ['src/preload/index.ts', `import { ipcRenderer } from 'electron'\nipcRenderer.send('')\n`],
    ['src/renderer/src/api.ts', `export const call = window.bridge.call\n`],
    ['src/main/http/request.ts', `import axios from 'axios'\nvoid axios.get('')\n`],
    [
      'src/main/desktop/settings.ts',
      `import Store from 'electron-store'\nexport const s = Store\n`,
    ],
    ['src/main/services/new.ts', `import { decide } from '../queue/decide'\ndecide()\n`],
    ['src/main/index.ts', `import { createWindow } from './desktop/window'\ncreateWindow()\n`],
  ])('but at its gate, nothing is said: %s', async (path, text) => {
    expect(await brokenBy(path, text)).toEqual([])
  })
})

describe('ways of writing', () => {
  test.each([
    ['an enum', `export enum Colour {\n  red,\n}\n`],
    ['inheritance', `import { Animal } from './animal'\nexport class Dog extends Animal {}\n`],
    ['a default export', `export default 1\n`],
  ])('%s is reported', async (_name, text) => {
    expect(await brokenBy('src/main/services/new.ts', text)).toEqual([gate])
  })

  test('a test alone is reported', async () => {
    const text = `import { test } from 'vitest'\ntest.only('x', () => {})\n`

    expect(await brokenBy('test/unit/new.test.ts', text)).toEqual([gate])
  })

  test('a file of more than 300 lines is reported', async () => {
    const text = 'export const line = 1\n'.replace('line', 'first') + '// more\n'.repeat(300)

    expect(await brokenBy('src/main/services/new.ts', text)).toEqual(['max-lines'])
  })

  test('raw text in a template is reported, signs are not', async () => {
    const text = `<script setup lang="ts"></script>\n\n<template>\n  <p>Hello · 3</p>\n  <p>·</p>\n</template>\n`

    expect(await brokenBy('src/renderer/src/views/New.vue', text)).toEqual([
      '@intlify/vue-i18n/no-raw-text',
    ])
  })

  test('raw text in a label for screen readers is reported', async () => {
    const text = `<script setup lang="ts"></script>\n\n<template>\n  <button aria-label="Close" />\n</template>\n`

    expect(await brokenBy('src/renderer/src/views/New.vue', text)).toEqual([
      '@intlify/vue-i18n/no-raw-text',
    ])
  })
})
