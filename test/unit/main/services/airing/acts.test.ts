import { beforeEach, describe, expect, test } from 'vitest'
import { createActs } from '../../../../../src/main/services/airing/acts'
import { AppError } from '../../../../../src/shared/failure'

const ref = { accountId: 1, title: 'anime:7' } as const
let progress: number | null
let did: unknown[]
let errors: unknown[]
let refusal: Error | null

beforeEach(() => {
  progress = 5
  did = []
  errors = []
  refusal = null
})

function run() {
  return createActs({
    list: { entry: () => (progress === null ? null : ({ progress } as never)) },
    accountOf: (id) => (id === 1 ? ({ id, realm: 3 } as never) : null),
    step: (of) => {
      if (refusal) throw refusal
      progress = (progress ?? 0) + 1
      did.push(['step', of])
    },
    mute: (of) => did.push(['mute', of]),
    pause: (minutes) => did.push(['pause', minutes]),
    onError: (error) => errors.push(error),
  })
}

describe('+1 for an episode', () => {
  test('counts one more, also when others lie between', () => {
    run()({ do: 'plus', ref, episode: 9 })

    expect(progress).toBe(6)
  })

  test('counts no further than that episode, however often it is clicked', () => {
    progress = 7
    const act = run()
    for (let nth = 0; nth < 5; nth += 1) act({ do: 'plus', ref, episode: 9 })

    expect(progress).toBe(9)
  })

  test('does nothing once that episode is counted', () => {
    progress = 9
    run()({ do: 'plus', ref, episode: 9 })

    expect(did).toEqual([])
  })

  test('leaves alone what is on no list, or on that of an account that is gone', () => {
    progress = null
    run()({ do: 'plus', ref, episode: 9 })
    progress = 5
    run()({ do: 'plus', ref: { ...ref, accountId: 2 }, episode: 9 })

    expect([did, errors]).toEqual([[], []])
  })
})

test('mute and pause are passed on', () => {
  const act = run()
  act({ do: 'mute', ref })
  act({ do: 'pause', minutes: 60 })

  expect(did).toEqual([
    ['mute', ref],
    ['pause', 60],
  ])
})

test('what fails is told to nobody but the log, and a title that is gone not even there', () => {
  refusal = new AppError({ code: 'gone' })
  run()({ do: 'plus', ref, episode: 9 })
  expect(errors).toEqual([])

  refusal = new AppError({ code: 'storage' })
  run()({ do: 'plus', ref, episode: 9 })
  expect(errors).toEqual([refusal])
})
