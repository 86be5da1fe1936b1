import { expect, test } from 'vitest'
import { createKeyReader } from '../../../src/renderer/src/key-reader'
import { keyBindings } from '../../../src/renderer/src/keys'

/** Presses keys at times in ms, and tells what each of them meant. */
function pressed(
  keys: readonly (readonly [key: string, at: number])[],
  single: 'on' | 'off' = 'on',
) {
  const read = createKeyReader()
  return keys.map(
    ([key, timeStamp]) =>
      read(
        { key, timeStamp, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
        single,
        keyBindings,
      )?.action ?? null,
  )
}

test('two keys one after the other mean one thing, and not what the second means alone', () => {
  expect(
    pressed([
      ['g', 0],
      ['s', 200],
    ]),
  ).toEqual([null, 'go-statistics'])
  expect(pressed([['s', 200]])).toEqual(['score'])
})

test('who waits too long has pressed them one by one', () => {
  expect(
    pressed([
      ['g', 0],
      ['s', 1501],
    ]),
  ).toEqual([null, 'score'])
})

test('a second key that belongs to no pair counts by itself', () => {
  expect(
    pressed([
      ['g', 0],
      ['j', 100],
      ['s', 200],
    ]),
  ).toEqual([null, 'down', 'score'])
})

test('the first may be pressed twice, and Shift breaks no pair', () => {
  expect(
    pressed([
      ['g', 0],
      ['g', 100],
      ['w', 200],
    ]),
  ).toEqual([null, null, 'go-week'])
  expect(
    pressed([
      ['g', 0],
      ['Shift', 100],
      ['w', 200],
    ]),
  ).toEqual([null, null, 'go-week'])
})

test('pairs that begin with a letter go with the one-letter keys', () => {
  expect(
    pressed(
      [
        ['g', 0],
        ['s', 100],
        ['ArrowDown', 200],
      ],
      'off',
    ),
  ).toEqual([null, null, 'down'])
})
