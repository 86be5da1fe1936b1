import { describe, expect, test } from 'vitest'
import {
  namedUserPath,
  numberIn,
  userPath,
  whoIn,
} from '../../../../src/renderer/src/community/places'

/** What the router makes of the last part of an address. */
const paramOf = (path: string) => decodeURIComponent(path.split('/').at(-1) ?? '')

describe('the page of a person', () => {
  test('is found by number', () => {
    expect(whoIn(paramOf(userPath({ id: 123 })))).toBe(123)
  })

  test.each(['mia', '123', '007', 'a b', 'ä/ö?#', '@mia'])('is found by the name %j', (name) => {
    expect(whoIn(paramOf(namedUserPath(name)))).toBe(name)
  })

  test('has one address for a number and another for a name of the same digits', () => {
    expect(namedUserPath('123')).not.toBe(userPath({ id: 123 }))
  })

  test('is found by a bare name too', () => {
    expect(whoIn('mia')).toBe('mia')
  })
})

test.each(['0', '-1', '1.5', '1e3', '', ' 1', '1234567890123456', undefined, ['1']])(
  '%j is no number in an address',
  (text) => {
    expect(numberIn(text)).toBeNull()
  },
)
