import { writeSync } from 'node:fs'
import { createApp } from '../../../src/main/app'
import { createSilentLog } from '../../../src/main/log/silent'
import { createNoDesktop } from '../../../src/main/plain/no-desktop'
import { between, createRandom, pick } from '../../../src/sandbox/core/random'
import { wait } from '../../../src/shared/clock'
import { mediaKinds, type TitleKey } from '../../../src/shared/media'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import { createSharedClock } from './clock'
import type { Line, Orders, Shown, Values } from './words'

/** One life of the app in plain Node. What it says stands on the pipe before it goes on. */
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders
const { service, seed } = orders
const random = createRandom(seed)
const clock = createSharedClock(orders.epochMs, orders.factor)
const say = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`)
const settings: Settings = {
  ...defaultSettings,
  holdSeconds: 0,
  syncMinutes: 0,
  rules: { startOnFirst: false, completeOnLast: false, setStartDate: false, setFinishDate: false },
}
const tokens = {
  accessToken: orders.token,
  refreshToken: null,
  expiresAt: null,
  scopes: [],
}
const app = createApp({
  profileDir: orders.profileDir,
  resourcesDir: orders.profileDir,
  clock,
  random,
  settings: { read: () => settings, write: () => settings },
  secrets: {
    protection: () => 'protected',
    read: () => ({ ...tokens, origin: new URL(Object.values(orders.env)[0] ?? '').origin }),
    write: () => undefined,
    remove: () => undefined,
    sessionOnly: () => false,
    allowUnprotected: () => undefined,
    unprotectedAllowed: () => false,
  },
  product: { name: 'Tsuzuki', version: '0.0.0-test', homepage: null, contact: null },
  log: {
    ...createSilentLog(),
    error: (event, fields) =>
      void say({
        is: 'notice',
        text: `${event} ${JSON.stringify(fields)} ${String(fields?.['error'])}`,
      }),
  },
  desktop: createNoDesktop(),
  push: (name, payload) => {
    if (name === 'app:notice') say({ is: 'notice', text: JSON.stringify(payload) })
  },
  env: orders.env,
})
const { handlers } = app

await app.start()
const known = await handlers['accounts:list']()
const account = known[0] ?? (await app.signInWithToken(service, tokens))
if (orders.mode === 'prepare') await until(async () => (await syncState())?.syncedAt !== null)
if (orders.mode === 'drain') await drain()
const rows = await shown()
say({ is: 'shown', rows })
if (orders.mode === 'live') await live()
await app.stop()
process.exit(0)

async function syncState() {
  const states = await handlers['sync:states']()
  return states[0]
}

async function shown(): Promise<Shown[]> {
  const found: Shown[] = []
  for (const kind of mediaKinds) {
    const chunk = await handlers['library:rows'](account.id, kind, null)
    for (const { title, entry } of chunk.rows) {
      found.push({ title, values: { progress: entry.progress, notes: entry.notes } })
    }
  }
  return found
}

/** Edits without an end; the parent sees to that. */
async function live(): Promise<never> {
  const titles = rows.map(({ title }) => title)
  const off: TitleKey[] = []
  for (let edit = orders.firstEdit; ; edit += 1) {
    // Half of the titles are somebody else's too, and stay.
    const removable = titles.filter((title) => Number(title.split(':')[1]) % 2 === 0)
    const removes = random() < 0.05 && removable.length > 0
    const title = removes ? pick(random, removable) : pick(random, [...titles, ...off])
    // What comes back may or may not have what it had before: all of it is set.
    const whole = { progress: edit, notes: String(edit) }
    const patch = removes ? null : off.includes(title) ? whole : patchOf(edit)
    say({ is: 'try', edit, title, patch })
    const ref = { accountId: account.id, title }
    await (patch ? handlers['library:edit'](ref, patch) : handlers['library:remove'](ref))
    say({ is: 'ack', edit, title, patch })
    if (removes) {
      titles.splice(titles.indexOf(title), 1)
      off.push(title)
    } else if (off.includes(title)) {
      off.splice(off.indexOf(title), 1)
      titles.push(title)
    }
    if (service === 'anilist' && random() < 0.05) await post(`post ${edit}`)
    if (random() < 0.4) await wait(clock, between(random, 0, 20_000))
    else await new Promise((resolve) => setImmediate(resolve))
  }
}

function patchOf(edit: number): Partial<Values> {
  const kind = random()
  if (kind < 0.4) return { progress: edit }
  if (kind < 0.8) return { notes: String(edit) }
  return { progress: edit, notes: String(edit) }
}

async function post(text: string) {
  say({ is: 'post-try', text })
  await handlers['posts:send'](account.id, { type: 'status', text })
  say({ is: 'post-ack', text })
}

/** Lets all that waits arrive, then reads the whole list. */
async function drain() {
  await until(async () => {
    const { waiting, sending } = await handlers['queue:status']()
    const posts = await handlers['posts:waiting'](account.id)
    return waiting + sending + posts.filter(({ state }) => state !== 'attention').length === 0
  })
  const { rows: left } = await handlers['queue:rows'](0)
  for (const row of left) say({ is: 'left', text: JSON.stringify(row) })
  for (const one of await handlers['posts:waiting'](account.id)) {
    say({ is: 'left', text: JSON.stringify(one) })
  }
  const before = (await syncState())?.syncedAt
  await handlers['sync:now'](account.id, true)
  await until(async () => {
    const state = await syncState()
    return state?.phase === 'idle' && state.syncedAt !== before
  })
}

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await wait(clock, 3_000)
}
