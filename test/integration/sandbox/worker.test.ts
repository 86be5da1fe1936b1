import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { FromSandbox, ToSandbox } from '../../../src/sandbox/messages'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-worker-'))
const workers: Worker[] = []

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()))
})

async function next(worker: Worker): Promise<FromSandbox> {
  const [message] = (await once(worker, 'message')) as [FromSandbox]
  return message
}

async function start(stateDir: string) {
  const worker = new Worker('./src/sandbox/worker.ts', {
    workerData: { stateDir },
    execArgv: ['--import', './scripts/lib/typescript.mjs'],
  })
  workers.push(worker)
  const message = await next(worker)
  if (message.kind !== 'started') throw new Error(JSON.stringify(message))
  return { worker, ...message }
}

async function call(worker: Worker, request: ToSandbox): Promise<void> {
  const answered = next(worker)
  worker.postMessage(request)
  expect(await answered).toEqual({ kind: 'done', id: request.id })
}

type Started = Awaited<ReturnType<typeof start>>

async function graph({ baseUrls, tokens }: Started, query: string) {
  const response = await fetch(baseUrls.anilist, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.anilist}` },
    body: JSON.stringify({ query }),
  })
  const { data } = (await response.json()) as { data: Record<string, Record<string, unknown>> }
  return data
}

describe('the sandbox in a worker', () => {
  it('keeps its lists when it is killed, and lets old tokens in', async () => {
    const first = await start(join(folder, 'kept'))
    const saved = await graph(
      first,
      'mutation { SaveMediaListEntry(mediaId: 1, notes: "still here") { id mediaId } }',
    )
    expect(saved.SaveMediaListEntry).toMatchObject({ mediaId: 1 })
    await first.worker.terminate()
    const second = await start(join(folder, 'kept'))
    const read = await graph(
      { ...second, tokens: first.tokens },
      '{ Media(id: 1) { mediaListEntry { notes } } }',
    )
    expect(read.Media).toEqual({ mediaListEntry: { notes: 'still here' } })
  })

  it('goes off the net and back', async () => {
    const started = await start(join(folder, 'net'))
    await call(started.worker, { id: 1, call: { kind: 'set-online', online: false } })
    const refused = await fetch(started.baseUrls.anilist).catch((error: unknown) => error)
    expect(refused).toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await call(started.worker, { id: 2, call: { kind: 'set-online', online: true } })
    expect(await graph(started, '{ Viewer { name } }')).toEqual({ Viewer: { name: 'mika' } })
  })

  it('ends by itself when told to stop', async () => {
    const { worker } = await start(join(folder, 'stop'))
    const ended = once(worker, 'exit')
    await call(worker, { id: 3, call: { kind: 'stop' } })
    expect(await ended).toEqual([0])
    rmSync(folder, { recursive: true, force: true })
  })

  it('says so when it cannot start', async () => {
    const worker = new Worker('./src/sandbox/worker.ts', {
      workerData: { stateDir: '/dev/null/nowhere' },
      execArgv: ['--import', './scripts/lib/typescript.mjs'],
    })
    workers.push(worker)
    expect(await next(worker)).toMatchObject({ kind: 'failed', message: expect.any(String) })
  })
})
