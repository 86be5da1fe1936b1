import type { HandlersOf } from '../../shared/ipc'
import type { AppCalls, SandboxState } from '../../shared/ipc/app'
import { AppError } from '../../shared/failure'
import type { ServiceId } from '../../shared/service'
import type { RunningSandbox, StartSandbox } from '../environment'

interface Options {
  start: StartSandbox | undefined
  stateDir: string
  /** The services can be reached again. */
  onOnline: () => void
  onChange: (state: SandboxState) => void
}

type SandboxCalls = Pick<AppCalls, 'sandbox:state' | 'sandbox:set-online'>

export type SandboxHost = ReturnType<typeof createSandboxHost>

/** The built-in services: started when somebody uses them, not before. */
export function createSandboxHost({ start, stateDir, onOnline, onChange }: Options) {
  let running: RunningSandbox | null = null
  let starting: Promise<RunningSandbox> | null = null

  function ensure(): Promise<RunningSandbox> {
    if (!start) throw new AppError({ code: 'unexpected', reason: 'no-sandbox' })
    starting ??= start({ stateDir }).then(
      (sandbox) => {
        running = sandbox
        onChange(state())
        onOnline()
        return sandbox
      },
      (error: unknown) => {
        starting = null
        throw error
      },
    )
    return starting
  }

  function state(): SandboxState {
    return { running: running !== null, online: running?.online ?? true }
  }

  const handlers: HandlersOf<SandboxCalls> = {
    'sandbox:state': state,
    'sandbox:set-online': async (online) => {
      const sandbox = await ensure()
      await sandbox.setOnline(online)
      onChange(state())
      if (online) onOnline()
      return state()
    },
  }

  return {
    handlers,
    ensure,
    urlOf: (service: ServiceId) => running?.baseUrls[service] ?? null,
    tokenOf: (service: ServiceId) => running?.tokens[service] ?? null,
    async stop() {
      await (await starting?.catch(() => null))?.stop()
    },
  }
}
