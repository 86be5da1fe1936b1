import { describe, expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../src/main/http/transport'
import type { ServiceCall } from '../../../../src/main/providers/provider'
import { createJoined, type Rider, type Send } from '../../../../src/main/queue/joined'
import { AppError, toFailure } from '../../../../src/shared/failure'
import { settle } from '../../../support/virtual-clock'

interface Request {
  readonly rider: Required<Rider>
  readonly leaves: (at: number) => void
  readonly answers: (text: string) => void
  readonly fails: (error: unknown) => void
}

/** Somebody who asks for words, and requests that are answered by hand. */
function desk() {
  const joined = createJoined()
  const requests: Request[] = []
  const send: Send = (call, rider, leaves) =>
    new Promise((resolve, reject) => {
      rider.signal.addEventListener('abort', () => reject(new AppError({ code: 'cancelled' })))
      const answers = (text: string) =>
        resolve(Promise.resolve({ status: 200, headers: {}, text }).then(call.parse))
      requests.push({ rider, leaves, answers, fails: reject })
    })
  const wordOf = (parse: (answer: HttpAnswer) => string): ServiceCall<string> => ({
    name: 'word',
    bucket: 'api',
    effect: 'read',
    method: 'GET',
    path: 'word',
    parse,
  })
  return {
    joined,
    requests,
    first: () => requests[0] as Request,
    ask: (more: Partial<Rider> & { key?: string; parse?: (answer: HttpAnswer) => string } = {}) => {
      const { key = 'word', parse = ({ text }: HttpAnswer) => text, ...rider } = more
      return joined.read(key, wordOf(parse), { priority: 'background', ...rider }, send)
    },
  }
}

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: unknown) => toFailure(error).code,
  )

describe('equal reads', () => {
  test('share one request, and each gets its answer and when it was asked', async () => {
    const { ask, requests, first } = desk()
    const answers = Promise.all([ask(), ask(), ask()])
    first().leaves(7_000)
    first().answers('つづき')

    expect(await answers).toEqual(Array(3).fill({ value: 'つづき', askedAt: 7_000 }))
    expect(requests).toHaveLength(1)
  })

  test('share it while it is under way, too', async () => {
    const { ask, requests, first } = desk()
    const early = ask()
    first().leaves(7_000)
    await settle()
    const late = ask()
    first().answers('つづき')

    expect(await late).toEqual(await early)
    expect(requests).toHaveLength(1)
  })

  test('ask anew once the answer is there', async () => {
    const { ask, requests, first } = desk()
    const early = ask()
    first().answers('old')
    await early
    const late = ask()
    requests[1]?.answers('new')

    expect((await late).value).toBe('new')
  })

  test('are not those of another name', () => {
    const { ask, requests } = desk()
    void ask({ key: 'word of one' })
    void ask({ key: 'word of another' })

    expect(requests).toHaveLength(2)
  })

  test('each read the answer in their own way', async () => {
    const { ask, first } = desk()
    const plain = ask()
    const loud = ask({ parse: ({ text }) => text.toUpperCase() })
    first().answers('word')

    expect([(await plain).value, (await loud).value]).toEqual(['word', 'WORD'])
  })

  test('do not read it twice for the one who asked first', async () => {
    const { ask, first } = desk()
    let times = 0
    const counted = ask({ parse: ({ text }) => `${text} ${(times += 1)}` })
    first().answers('read')

    expect((await counted).value).toBe('read 1')
  })

  test('fail alone when only one of them cannot make sense of the answer', async () => {
    const { ask, first } = desk()
    const plain = ask()
    const picky = ask({
      parse: () => {
        throw new AppError({ code: 'bad-answer', detail: 'no word' })
      },
    })
    first().answers('word')

    expect((await plain).value).toBe('word')
    await expect(picky).rejects.toMatchObject({ failure: { code: 'bad-answer' } })
  })

  test('fail together when the request fails, and the next one tries again', async () => {
    const { ask, requests, first } = desk()
    const codes = Promise.all([codeOf(ask()), codeOf(ask())])
    first().fails(new AppError({ code: 'offline' }))
    expect(await codes).toEqual(['offline', 'offline'])

    void ask()
    expect(requests).toHaveLength(2)
  })
})

describe('who leaves', () => {
  test('is told so at once, and the others still get their answer', async () => {
    const { ask, first } = desk()
    const leave = new AbortController()
    const impatient = ask({ signal: leave.signal })
    const patient = ask()
    leave.abort()

    expect(await codeOf(impatient)).toBe('cancelled')
    expect(first().rider.signal.aborted).toBe(false)
    first().answers('word')
    expect((await patient).value).toBe('word')
  })

  test('as the last one takes the request along', async () => {
    const { ask, first } = desk()
    const leave = [new AbortController(), new AbortController()]
    const codes = Promise.all(leave.map(({ signal }) => codeOf(ask({ signal }))))
    leave[0]?.abort()
    expect(first().rider.signal.aborted).toBe(false)
    leave[1]?.abort()

    expect(await codes).toEqual(['cancelled', 'cancelled'])
    expect(first().rider.signal.aborted).toBe(true)
  })

  test('as the last one is not followed: who comes then has a request of its own', async () => {
    const { ask, requests } = desk()
    const leave = new AbortController()
    const gone = codeOf(ask({ signal: leave.signal }))
    leave.abort()
    const next = ask()
    requests[1]?.answers('word')

    expect([await gone, (await next).value]).toEqual(['cancelled', 'word'])
  })

  test('before asking costs no request', async () => {
    const { ask, requests } = desk()

    expect(await codeOf(ask({ signal: AbortSignal.abort() }))).toBe('cancelled')
    expect(requests).toEqual([])
  })

  test('after the answer changes nothing any more', async () => {
    const { ask, first } = desk()
    const leave = new AbortController()
    const answer = ask({ signal: leave.signal })
    first().answers('word')
    await answer
    leave.abort()

    expect(first().rider.signal.aborted).toBe(false)
  })
})

describe('how urgent it is', () => {
  test('says the most urgent of all who wait', () => {
    const { ask, first } = desk()
    void ask({ priority: 'import' })
    expect(first().rider.priority).toBe('import')
    void ask({ priority: 'screen' })
    expect(first().rider.priority).toBe('screen')
  })

  test('is not lowered by one who has time', () => {
    const { ask, first } = desk()
    void ask({ priority: 'screen' })
    void ask({ priority: 'import' })

    expect(first().rider.priority).toBe('screen')
  })
})

describe('a write', () => {
  test('that leaves later ends the sharing of what is under way: it may tell of before', () => {
    const { ask, requests, joined, first } = desk()
    void ask()
    first().leaves(7_000)
    joined.writeLeaves()()
    void ask()

    expect(requests).toHaveLength(2)
  })

  test('that is under way keeps what leaves beside it from being shared', () => {
    const { ask, requests, joined, first } = desk()
    const ended = joined.writeLeaves()
    void ask()
    first().leaves(7_000)
    ended()
    void ask()

    expect(requests).toHaveLength(2)
  })

  test('does not matter to a read that has not left: it will tell of after', () => {
    const { ask, requests, joined } = desk()
    void ask()
    joined.writeLeaves()()
    void ask()

    expect(requests).toHaveLength(1)
  })

  test('that has ended lets reads be shared again', () => {
    const { ask, requests, joined, first } = desk()
    joined.writeLeaves()()
    void ask()
    first().leaves(7_000)
    void ask()

    expect(requests).toHaveLength(1)
  })
})
