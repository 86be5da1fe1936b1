import { createSandbox } from '../../../src/sandbox/sandbox'
import { createCatalogue, type Catalogue } from '../../../src/sandbox/world/catalogue'
import { AppError } from '../../../src/shared/failure'
import type { TitleKey } from '../../../src/shared/media'
import { createMachine } from '../../support/machine'
import { memoryEnv } from '../../support/sandbox-transport'
import { createProfile, startApp, type StartedApp } from '../../support/start-app'
import { keyOfMedia } from '../../support/there'
import { createVirtualClock } from '../../support/virtual-clock'
import { castSize, listedAtFirst, type Command, type Story } from './commands'
import { createExpected } from './expected'
import { changeThere, seenThere, touchable, touchOf, type Touch, type TouchPatch } from './fields'
import { createUndoStack } from './undo-stack'
import { createWire } from './wire'

const startWallMs = Date.UTC(2026, 0, 15, 12)
let shared: Catalogue | undefined
const catalogue = () => (shared ??= createCatalogue({ anime: 40, manga: 30, wall: startWallMs }))
const hourMs = 3_600_000
/** All limits have been asked of, all pauses are over after so many rounds. */
const mostRounds = 60

/**
 * Plays a story through to the calm after it, its profile in `folder`. Answers everything that was
 * not as it should be.
 */
export async function play(story: Story, folder: string): Promise<readonly string[]> {
  const table = await prepare(story, folder)
  try {
    for (const command of story.commands) await table.step(command)
    await table.calm()
    return table.complaints()
  } finally {
    table.end()
  }
}

async function prepare(story: Story, folder: string) {
  const { service } = story
  const truth = createVirtualClock(startWallMs)
  const machine = createMachine(truth)
  let seed = 7
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const sandbox = createSandbox({
    clock: truth,
    catalogue: catalogue(),
    entries: { anime: 5, manga: 3 },
    services: [service],
    others: 0,
    tokenLifetimeMs: 1e12,
    latencyMs: () => 20 + Math.floor(random() * (story.latency - 20)),
    behaviour: { completionDate: 'never' },
  })
  const cast = chooseCast()
  const server = cast.map(({ mediaId }) => seenThere(sandbox.inspect.entry(service, mediaId)))
  const expected = createExpected(story, server, () => truth.monotonic())
  const wire = createWire({ sandbox, service, clock: truth, cast, expected })
  const rules = {
    startOnFirst: false,
    completeOnLast: false,
    setStartDate: false,
    setFinishDate: false,
  }
  const profile = createProfile({ rules }, folder)
  const errors: string[] = []
  const undo = createUndoStack()
  let app = start()
  await app.start()
  const account = await signIn()
  await truth.advance(120_000)

  function chooseCast() {
    const listed = sandbox.inspect.entries(service).map(({ mediaId }) => mediaId)
    const { of } = catalogue()
    const others = [...of('anime').slice(-3), ...of('manga').slice(-1)].map(({ id }) => id)
    return [...listed, ...others].slice(0, castSize).map((mediaId) => {
      const key = keyOfMedia(catalogue(), service, mediaId)
      const [kind, id] = key.split(':')
      return { mediaId, serviceId: Number(id), kind: kind as 'anime' | 'manga', key }
    })
  }

  function start(): StartedApp {
    const { clock, isAlive } = machine.newProcess()
    expected.forgot()
    wire.forget()
    undo.clear()
    const log = { info: () => {}, warn: () => {}, hide: () => {}, clean: (text: string) => text }
    return startApp(profile, {
      clock,
      env: memoryEnv,
      transport: wire.newTransport(isAlive),
      log: {
        ...log,
        error: (event, fields) =>
          void errors.push(`${event} ${JSON.stringify(fields)} ${String(fields?.['error'])}`),
      },
    })
  }

  async function signIn() {
    const accessToken = sandbox.accounts[service]?.token ?? ''
    const given = { accessToken, refreshToken: null, expiresAt: null, scopes: [] }
    for (;;) {
      const trying = app.signInWithToken(service, given).then(
        (account) => ({ account }),
        () => ({ account: null }),
      )
      let done: Awaited<typeof trying> | undefined
      void trying.then((result) => (done = result))
      await truth.advanceUntil(() => done !== undefined, 48 * hourMs)
      if (done?.account) return done.account
      await truth.advance(hourMs)
    }
  }

  const refOf = (title: number) => ({ accountId: account.id, title: cast[title]?.key as TitleKey })
  async function shown(title: number): Promise<Touch | null> {
    const row = await app.handlers['library:row'](refOf(title))
    return row && touchOf(row.entry)
  }

  async function edit(titles: readonly number[], patch: TouchPatch | null) {
    const before = await Promise.all(titles.map(shown))
    const refs = titles.map(refOf)
    const [first] = refs
    if (first && titles.length === 1) {
      await (patch
        ? app.handlers['library:edit'](first, patch)
        : app.handlers['library:remove'](first))
    } else if (patch) await app.handlers['library:edit-many'](refs, { do: 'set', patch }, null)
    const after = await Promise.all(titles.map(shown))
    undo.push(
      titles.map((title, at) => ({ title, before: before[at] ?? null, after: after[at] ?? null })),
    )
    note(titles, before, after, patch)
  }

  function note(
    titles: readonly number[],
    before: readonly (Touch | null)[],
    after: readonly (Touch | null)[],
    patch: TouchPatch | null,
  ) {
    for (const [at, title] of titles.entries()) {
      const was = before[at] ?? null
      const is = after[at] ?? null
      if (JSON.stringify(was) === JSON.stringify(is)) continue
      const changed = Object.entries(patch ?? {}).filter(
        ([field, value]) => !was || was[field as keyof Touch] !== value,
      )
      expected.edited(title, patch && Object.fromEntries(changed), was)
    }
  }

  async function takeBack() {
    const group = undo.pop()
    if (!group) return
    const all = () => Promise.all(group.map(({ title }) => shown(title)))
    const before = await all()
    await app.handlers['history:undo'](null)
    const after = await all()
    for (const [at, change] of group.entries()) {
      const turned = [before[at], after[at]]
      const patch = undo.patchOf(change, turned, expected.of(change.title).remoteAt)
      note([change.title], [before[at] ?? null], [after[at] ?? null], patch)
    }
  }

  function remote(title: number, patch: TouchPatch | null) {
    const { mediaId } = cast[title] ?? { mediaId: 0 }
    const there = sandbox.inspect.entry(service, mediaId)
    if (!there && patch === null) return
    const isNew = !there && patch && patch.status === undefined
    const change = patch && changeThere(isNew ? { status: 'planned', ...patch } : patch)
    sandbox.control.remoteEdit(service, mediaId, change)
    expected.remote(title, seenThere(sandbox.inspect.entry(service, mediaId)))
  }

  async function step(command: Command): Promise<void> {
    switch (command.do) {
      case 'edit':
        return edit([command.title], command.patch)
      case 'edit-many':
        return edit(command.titles, command.patch)
      case 'remove':
        return edit([command.title], null)
      case 'undo':
        return takeBack()
      case 'send-now':
        return app.handlers['queue:send-now'](refOf(command.title))
      case 'sync':
      case 'sync-whole':
        return app.handlers['sync:now'](account.id, command.do === 'sync-whole')
      case 'hold':
      case 'release':
        return app.handlers['queue:hold'](command.do === 'hold')
      case 'sign-in':
        await sandbox.control.setOnline(true)
        return void (await signIn())
      case 'crash':
      case 'quit':
      case 'reboot':
        return restart(command.do)
      case 'offline':
      case 'online':
        return sandbox.control.setOnline(command.do === 'online')
      case 'wait':
        return truth.advance(command.ms)
      case 'jump':
        return machine.jumpWall(command.ms)
      case 'remote':
        return remote(command.title, command.patch)
      case 'fault':
        // Only a service of graphs answers with its errors.
        if (command.fault.kind === 'graphql-error' && service !== 'anilist') return
        return void sandbox.control.faults.add({ ...command.fault, service })
    }
  }

  async function restart(way: 'crash' | 'quit' | 'reboot') {
    if (way === 'quit') {
      let isOver = false
      void app.stop().then(() => (isOver = true))
      await truth.advanceUntil(() => isOver, hourMs)
    }
    if (way === 'reboot') machine.reboot()
    app = start()
    await app.start()
  }

  /** Everything works again; what is left to be decided is decided by the rule. */
  async function calm() {
    sandbox.control.faults.clear()
    // So long that nothing that was read counts as known: what follows is no race any more.
    await sandbox.control.setOnline(false)
    await truth.advance(400_000)
    await sandbox.control.setOnline(true)
    await app.handlers['queue:hold'](false)
    const verdicts = expected.calm()
    for (let round = 0; round < mostRounds; round += 1) {
      const [own] = await app.handlers['accounts:list']()
      if (!own?.signedIn) await signIn()
      await app.handlers['sync:now'](account.id, true)
      await truth.advance(30 * hourMs)
      const { rows } = await app.handlers['queue:rows'](0)
      const [sync] = await app.handlers['sync:states']()
      if (sync?.missing) await app.handlers['sync:accept'](account.id, true)
      // The first may have joined a reading that began before.
      else if (round > 0 && rows.length === 0 && sync?.failure === null) break
      for (const row of rows) await decide(row)
    }
    for (const [title, verdict] of verdicts.entries()) {
      const there = seenThere(sandbox.inspect.entry(service, cast[title]?.mediaId ?? 0))
      const wrong = verdict(there)
      if (wrong !== null) expected.blame(title, `ended wrong: it ${wrong}`, expected.of(title))
      const here = await shown(title)
      const differs = there
        ? touchable.some((field) => here?.[field] !== there[field])
        : here !== null
      if (differs) expected.blame(title, 'is shown otherwise than it is', { here, there })
    }
    const { rows } = await app.handlers['queue:rows'](0)
    for (const row of rows) errors.push(`still waits: ${JSON.stringify(row)}`)
  }

  async function decide({ ref, state, failure, to }: QueueRowLike) {
    const { handlers } = app
    if (state === 'conflict') await handlers['queue:resolve'](ref, { entry: story.rule })
    if (state !== 'attention') return
    const isGone = failure?.code === 'gone' && to !== null
    if (isGone && story.rule === 'theirs') await handlers['queue:drop'](ref)
    else await handlers['queue:retry'](ref)
  }

  return {
    step: (command: Command) =>
      step(command).catch((error: unknown) => {
        // What the app refuses with words is no edit.
        if (!(error instanceof AppError)) throw error
      }),
    calm,
    end: () => {
      machine.kill()
      profile.remove()
    },
    complaints() {
      const { overLimit, tooManyAtOnce } = sandbox.inspect.violations(service)
      const counted = { overLimit, tooManyAtOnce, insideRetryAfter: wire.insideRetryAfter() }
      const broken = Object.entries(counted).flatMap(([name, count]) =>
        count > 0 ? [`${name}: ${count}`] : [],
      )
      return [...expected.violations, ...broken, ...errors]
    },
  }
}

type QueueRowLike = Awaited<ReturnType<StartedApp['handlers']['queue:rows']>>['rows'][number]

export { listedAtFirst }
