import { afterEach, expect, test } from 'vitest'
import { createZoneMover } from '../../../../src/main/desktop/zone'
import { systemZone } from '../../../../src/shared/zoned-time'

const given = process.env['TZ']

afterEach(() => {
  if (given === undefined) delete process.env['TZ']
  else process.env['TZ'] = given
})

test('a zone that the system does not tell by itself is set', () => {
  delete process.env['TZ']
  const moveTo = createZoneMover(process.env)
  for (const zone of ['Asia/Tokyo', 'America/New_York']) {
    moveTo(zone)
    expect(systemZone()).toBe(zone)
    expect(process.env['TZ']).toBe(zone)
  }
})

test('the zone of the system itself needs no variable, also after a move', () => {
  delete process.env['TZ']
  const own = systemZone()
  const moveTo = createZoneMover(process.env)
  moveTo(own === 'Asia/Tokyo' ? 'Europe/Berlin' : 'Asia/Tokyo')
  moveTo(own)
  expect(systemZone()).toBe(own)
  expect(process.env['TZ']).toBeUndefined()
})

test('where a zone was given from outside, it is replaced', () => {
  process.env['TZ'] = 'Europe/Berlin'
  const moveTo = createZoneMover(process.env)
  moveTo('Asia/Tokyo')
  expect(process.env['TZ']).toBe('Asia/Tokyo')
  expect(systemZone()).toBe('Asia/Tokyo')
})
