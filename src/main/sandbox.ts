import { Worker } from 'node:worker_threads'
import type { FromSandbox, SandboxWorkerData, ToSandbox } from '../sandbox/messages'
import type { RunningSandbox, StartSandbox } from './environment'

type Started = Extract<FromSandbox, { kind: 'started' }>

/**
 * Starts the built-in services in a thread of their own, from the file `script`. Rejects when they
 * cannot start or stop by themselves before they have. With an `adminFile` they can be broken on
 * purpose by whoever can read it.
 */
export function createSandboxStarter(script: string, adminFile?: string): StartSandbox {
  return ({ stateDir }) =>
    new Promise((resolve, reject) => {
      const workerData: SandboxWorkerData = { stateDir, adminFile }
      const worker = new Worker(script, { workerData })
      const waiting = new Map<number, PromiseWithResolvers<void>>()

      worker.on('message', (message: FromSandbox) => {
        if (message.kind === 'started') resolve(running(worker, waiting, message))
        else if (message.kind === 'failed') reject(new Error(message.message))
        else settle(waiting, message.id)
      })
      worker.on('error', (error: Error) => {
        reject(error)
        for (const { reject: fail } of waiting.values()) fail(error)
        waiting.clear()
      })
      worker.on('exit', () => {
        reject(new Error('the built-in services ended'))
        for (const id of waiting.keys()) settle(waiting, id)
      })
    })
}

type Waiting = Map<number, PromiseWithResolvers<void>>

function settle(waiting: Waiting, id: number) {
  waiting.get(id)?.resolve()
  waiting.delete(id)
}

function running(worker: Worker, waiting: Waiting, { baseUrls, tokens }: Started): RunningSandbox {
  let lastId = 0
  let online = true

  function ask(call: ToSandbox['call']): Promise<void> {
    const id = (lastId += 1)
    const answer = Promise.withResolvers<void>()
    waiting.set(id, answer)
    worker.postMessage({ id, call } satisfies ToSandbox)
    return answer.promise
  }

  return {
    baseUrls,
    tokens,
    get online() {
      return online
    },
    async setOnline(next) {
      await ask({ kind: 'set-online', online: next })
      online = next
    },
    stop: () => ask({ kind: 'stop' }),
  }
}
