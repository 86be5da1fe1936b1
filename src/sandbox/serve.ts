import { addressesOf, type Addresses } from './addresses'
import { serveSandbox } from './http'
import type { SandboxOptions } from './options'
import { createSandbox } from './sandbox'
import { readServeOptions, usage, type ServeOptions } from './serve-options'
import { openStateStore } from './state-store'
import { systemClock } from './system-clock'
import { readTitles } from './world/titles'

function sandboxOptions(options: ServeOptions): SandboxOptions {
  const { entries, services, scoreFormat, seed, state } = options
  return {
    clock: systemClock,
    titles: readTitles(),
    services,
    seed,
    random: Math.random,
    ...(entries === undefined ? {} : { entries }),
    ...(scoreFormat === undefined ? {} : { scoreFormat }),
    ...(state === undefined ? {} : openStateStore(state)),
  }
}

async function serve(options: ServeOptions): Promise<void> {
  const sandbox = createSandbox(sandboxOptions(options))
  const server = await serveSandbox(sandbox, options.port)
  const services = addressesOf(server.origin, sandbox.accounts)
  const admin = { url: server.adminUrl, secret: sandbox.secret }
  const facts = { port: server.port, services, admin }
  process.stdout.write(`${options.json ? JSON.stringify(facts) : readable(services, admin)}\n`)

  const end = (): void => void server.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  if (options.withParent) {
    process.stdin.once('end', end).once('error', end)
    process.stdin.resume()
  }
}

function readable(services: Addresses, admin: { url: string; secret: string }): string {
  const lines = Object.entries(services).map(
    ([service, { url, token, user }]) =>
      `${service}\n  url    ${url}\n  user   ${user.name} (${user.id})\n  token  ${token}`,
  )
  return [...lines, `admin\n  url    ${admin.url}\n  x-sandbox-secret  ${admin.secret}`].join('\n')
}

try {
  await serve(readServeOptions(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  process.exitCode = 1
}
