import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSandboxStarter } from '../../../src/main/sandbox'

const services = { anilist: 'a', 'anilist-v1': 'b', anisearch: 'c' }

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-worker-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Starts a thread that speaks the sandbox's messages and does as `body` says. */
function startWith(body: string) {
  const script = join(dir, 'worker.mjs')
  writeFileSync(
    script,
    `import { parentPort, workerData } from 'node:worker_threads'
     const services = ${JSON.stringify(services)}
     const started = () => parentPort.postMessage(
       { kind: 'started', baseUrls: { ...services, anilist: workerData.stateDir }, tokens: services })
     ${body}`,
  )
  return createSandboxStarter(script)({ stateDir: dir })
}

const obedient = `started()
  parentPort.on('message', ({ id, call }) => {
    parentPort.postMessage({ kind: 'done', id })
    if (call.kind === 'stop') parentPort.close()
  })`

test('the services run once they say so, and keep their state where they are told', async () => {
  const sandbox = await startWith(obedient)

  expect(sandbox.baseUrls.anilist).toBe(dir)
  expect(sandbox.tokens).toEqual(services)
  expect(sandbox.online).toBe(true)
  await sandbox.stop()
})

test('going off the net and back is known once it is done', async () => {
  const sandbox = await startWith(obedient)

  await sandbox.setOnline(false)
  expect(sandbox.online).toBe(false)
  await sandbox.setOnline(true)
  expect(sandbox.online).toBe(true)
  await sandbox.stop()
})

test('services that cannot start say why', async () => {
  await expect(
    startWith(`parentPort.postMessage({ kind: 'failed', message: 'no titles' })`),
  ).rejects.toThrow('no titles')
})

test('a thread that breaks or ends before it runs is a failure', async () => {
  await expect(startWith(`throw new Error('broken')`)).rejects.toThrow('broken')
  await expect(startWith('')).rejects.toThrow('ended')
})

test('stopping ends although the thread goes without a word', async () => {
  const sandbox = await startWith(`started(); parentPort.on('message', () => process.exit())`)
  await expect(sandbox.stop()).resolves.toBeUndefined()
})

test('a question to a thread that breaks is answered with its error', async () => {
  const sandbox = await startWith(
    `started(); parentPort.on('message', () => { throw new Error('broken') })`,
  )
  await expect(sandbox.setOnline(false)).rejects.toThrow('broken')
  expect(sandbox.online).toBe(true)
})
