import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'

const started: ChildProcessWithoutNullStreams[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Starts the program as `npm run sandbox` does. */
function run(...line: string[]) {
  const hooks = ['./scripts/lib/node-version.mjs', './scripts/lib/typescript.mjs']
  const imports = hooks.flatMap((hook) => ['--import', hook])
  const child = spawn(process.execPath, [...imports, 'src/sandbox/serve.ts', ...line])
  started.push(child)
  return child
}

interface Facts {
  port: number
  services: Record<string, { url: string; token: string; user: { name: string } }>
  admin: { url: string; secret: string }
}

async function factsOf(child: ChildProcessWithoutNullStreams): Promise<Facts> {
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return JSON.parse(line) as Facts
}

describe('the sandbox as a program', () => {
  it('prints one line of JSON with all one needs, and ends when told to', async () => {
    const child = run('--port', '0', '--entries', '40,10', '--json')
    const { port, services, admin } = await factsOf(child)
    expect(Object.keys(services).sort()).toEqual(['anilist', 'anilist-v1', 'anisearch'])
    expect(services.anilist?.url).toBe(`http://127.0.0.1:${port}/anilist/`)
    expect(services['anilist-v1']?.url).toBe(`http://127.0.0.1:${port}/anilist-v1/api/`)
    expect(services.anisearch?.url).toBe(`http://127.0.0.1:${port}/anisearch/v1/`)
    const response = await fetch(`${services['anilist-v1']?.url}user`, {
      headers: { authorization: `Bearer ${services['anilist-v1']?.token}` },
    })
    expect(await response.json()).toMatchObject({ display_name: services.anilist?.user.name })
    const state = await fetch(`${admin.url}state?service=anisearch`, {
      headers: { 'x-sandbox-secret': admin.secret },
    })
    expect(((await state.json()) as { entries: unknown[] }).entries).toHaveLength(50)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('prints words for people without --json', async () => {
    const child = run('--port', '0', '--entries', '5', '--service', 'anisearch')
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    expect(line).toBe('anisearch')
  })

  it('ends with its parent', async () => {
    const child = run('--port', '0', '--entries', '5', '--json', '--with-parent')
    await factsOf(child)
    const ended = once(child, 'exit')
    child.stdin.end()
    expect(await ended).toEqual([0, null])
  })

  it('says how it is used when it does not understand', async () => {
    const child = run('--port', 'none')
    const said: string[] = []
    child.stderr.on('data', (part: Buffer) => said.push(part.toString()))
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(said.join('')).toContain('--entries N[,M]')
  })
})
