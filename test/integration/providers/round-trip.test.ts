import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpTransport } from '../../../src/main/http/request'
import { createAnilist } from '../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../src/main/providers/anisearch/anisearch'
import type {
  EntryWrite,
  FetchedEntry,
  ListOwner,
  ServiceCall,
} from '../../../src/main/providers/provider'
import type { FaultRequest } from '../../../src/sandbox/core/faults'
import { serveSandbox, type SandboxServer } from '../../../src/sandbox/http'
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox'
import { systemClock as clock } from '../../../src/sandbox/system-clock'
import { type EntryPatch, fieldsOf } from '../../../src/shared/entry'
import { AppError, type FailureCode } from '../../../src/shared/failure'
import { idOf, type MediaKind } from '../../../src/shared/media'
import type { ServiceId } from '../../../src/shared/service'

const providers = [createAnilist({ clock }), createAnilistV1({ clock }), createAnisearch({ clock })]
const paths: Readonly<Record<ServiceId, string>> = {
  anilist: 'anilist/',
  'anilist-v1': 'anilist-v1/api/',
  anisearch: 'anisearch/v1/',
}
const transport = createHttpTransport()
let sandbox: Sandbox
let server: SandboxServer

beforeEach(async () => {
  sandbox = createSandbox({ clock, entries: { anime: 60, manga: 30 } })
  server = await serveSandbox(sandbox)
})

afterEach(() => server.close())

describe.each(providers)('$id over real HTTP', (provider) => {
  let owner: ListOwner

  async function ask<T>(
    call: ServiceCall<T>,
    token = sandbox.accounts[provider.id]?.token,
  ): Promise<T> {
    const answer = await transport({
      method: call.method,
      url: new URL(call.path, `${server.origin}${paths[provider.id]}`).href,
      headers: {
        'user-agent': 'Tsuzuki/0 (+https://tsuzuki.example)',
        referer: 'https://tsuzuki.example',
        authorization: `Bearer ${token}`,
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      timeoutMs: 10_000,
    })
    const failure = provider.failureOf(answer)
    if (failure !== null) throw new AppError(failure)
    return call.parse(answer)
  }

  async function wholeList(kind: MediaKind): Promise<readonly FetchedEntry[]> {
    const page = await ask(provider.listPage(owner, kind, 1, null))
    expect(page.hasNext).toBe(false)
    return page.items
  }

  async function codeOf(promise: Promise<unknown>): Promise<FailureCode> {
    const error: unknown = await promise.then(
      () => new Error('It did not fail.'),
      (reason: unknown) => reason,
    )
    if (error instanceof AppError) return error.failure.code
    throw error
  }

  function writeOf({ entry }: FetchedEntry, patch: EntryPatch): EntryWrite {
    const full = { ...fieldsOf(entry), ...patch }
    return { title: entry.title, entryId: entry.entryId, patch, full, exists: true }
  }

  beforeEach(async () => {
    owner = await ask(provider.viewer())
  })

  test('the owner of the token is who signed in', () => {
    expect(owner).toMatchObject({
      userId: sandbox.accounts[provider.id]?.user.id,
      userName: sandbox.accounts[provider.id]?.user.name,
    })
  })

  test.each(['anime', 'manga'] as const)(
    'the list of %s is what the service has, entry by entry',
    async (kind) => {
      const items = await wholeList(kind)
      const there = sandbox.inspect.entries(provider.id, kind)

      // aniSearch numbers titles its own way, so contents are compared, not ids.
      const seen = items.map(({ entry }) => [entry.progress, entry.score ?? 0, entry.notes].join())
      const expected = there.map((entry) => [entry.progress, entry.score, entry.notes ?? ''].join())
      expect(new Set(items.map(({ entry }) => entry.title)).size).toBe(there.length)
      expect(seen.sort()).toEqual(expected.sort())
    },
  )

  test('every field that can be written comes back as it was written', async () => {
    const [first] = await wholeList('anime')
    const patch: EntryPatch = {
      status: 'paused',
      score: 37,
      progress: 1,
      repeats: 2,
      startedAt: 20230102,
      completedAt: 20230203,
      notes: 'a & b = "ふ"\n2',
      private: true,
      priority: 2,
      personalScore: 41,
      repeatDesire: 4,
      hidden: false,
      customLists: owner.options.customLists.anime.filter((name) => name !== '').slice(0, 1),
      advancedScores: Object.fromEntries(
        owner.options.advancedScores.anime.map((name, index) => [name, 50 + index]),
      ),
    }
    const writable: readonly string[] = provider.capabilities.writable
    const wanted = Object.fromEntries(
      Object.entries(patch).filter(([field]) => writable.includes(field)),
    )

    await ask(provider.save(owner, [writeOf(first!, wanted)]))

    const after = (await wholeList('anime')).find(({ entry }) => entry.title === first!.entry.title)
    expect(after?.entry).toMatchObject(wanted)
  })

  test('a field that the user did not touch stays as it was', async () => {
    const before = await wholeList('manga')
    const target = before.find(({ entry }) => entry.status === 'completed')!

    await ask(provider.save(owner, [writeOf(target, { notes: 'touched' })]))

    const after = (await wholeList('manga')).find(
      ({ entry }) => entry.title === target.entry.title,
    )!
    expect(fieldsOf(after.entry)).toEqual({ ...fieldsOf(target.entry), notes: 'touched' })
  })

  test('a removed entry is gone', async () => {
    const [first] = await wholeList('anime')
    const { title, entryId } = first!.entry

    await ask(provider.remove(owner, title, entryId))

    expect((await wholeList('anime')).map(({ entry }) => entry.title)).not.toContain(title)
    expect(sandbox.inspect.entries(provider.id, 'anime')).toHaveLength(59)
  })

  test('a removed entry can be added again', async () => {
    const [first] = await wholeList('anime')
    const { title, entryId } = first!.entry
    await ask(provider.remove(owner, title, entryId))

    const write = writeOf(first!, { status: 'planned', progress: 0 })
    await ask(provider.save(owner, [{ ...write, entryId: null, exists: false }]))

    const again = (await wholeList('anime')).find(({ entry }) => entry.title === title)
    expect(again?.entry).toMatchObject({ status: 'planned', progress: 0 })
  })

  test('a token that nobody gave out is no sign-in', async () => {
    expect(await codeOf(ask(provider.viewer(), 'x.y.z'))).toBe('signed-out')
  })

  test('a title that does not exist is gone', async () => {
    const [first] = await wholeList('anime')
    const write = writeOf(first!, { progress: 1 })
    const nowhere = { ...write, title: 'anime:99999999' as const, entryId: null, exists: false }

    expect(await codeOf(ask(provider.save(owner, [nowhere])))).toBe('gone')
  })

  test('a whole batch takes effect', async () => {
    const items = (await wholeList('anime')).slice(0, provider.capabilities.batchSize)

    const entries = await ask(
      provider.save(
        owner,
        items.map((item) => writeOf(item, { notes: `n${idOf(item.entry.title)}` })),
      ),
    )

    expect(entries).toHaveLength(items.length)
    const after = new Map((await wholeList('anime')).map(({ entry }) => [entry.title, entry]))
    for (const { entry } of items) {
      expect(after.get(entry.title)?.notes).toBe(`n${idOf(entry.title)}`)
    }
  })

  test.each<[FaultRequest['kind'], Partial<FaultRequest>, FailureCode]>([
    ['html', {}, 'bad-answer'],
    ['status', { status: 503 }, 'bad-answer'],
    ['status', { status: 423 }, 'blocked'],
    ['429', { retryAfter: 7 }, 'rate-limited'],
    ['token-expired', {}, 'signed-out'],
  ])('the fault "%s" %j is %s', async (kind, more, code) => {
    sandbox.control.faults.add({ service: provider.id, kind, ...more })

    expect(await codeOf(ask(provider.listPage(owner, 'anime', 1, null)))).toBe(code)
  })

  test.each<[FaultRequest['kind'], string]>([
    ['half', 'lost'],
    ['drop', 'lost'],
    ['drop-after', 'lost'],
  ])('the fault "%s" is %s', async (kind, lost) => {
    sandbox.control.faults.add({ service: provider.id, kind })

    await expect(ask(provider.listPage(owner, 'anime', 1, null))).rejects.toMatchObject({
      kind: lost,
    })
  })

  test('no request broke a limit', async () => {
    await wholeList('anime')

    expect(sandbox.inspect.violations(provider.id)).toEqual({
      overLimit: 0,
      insideRetryAfter: 0,
      tooManyAtOnce: 0,
    })
  })
})
