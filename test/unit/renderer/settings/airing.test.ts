import { expect, test } from 'vitest'
import { airing } from '../../../../src/renderer/src/settings/airing'
import { defaultAiringSettings } from '../../../../src/shared/airing-settings'
import { defaultSettings, type Settings } from '../../../../src/shared/settings'

const find = (name: keyof Settings) => {
  const found = airing.settings.find((setting) => setting.name === `airing.settings.${name}`)
  if (!found) throw new Error(`no setting ${name}`)
  return found
}
const shownWith = (change: Partial<Settings>) =>
  airing.settings
    .filter(({ isShown }) => !isShown || isShown({ ...defaultSettings, ...change }))
    .map(({ name }) => name.replace('airing.settings.', ''))

test('everything about episodes can be set', () => {
  expect(
    airing.settings.map(({ name }) => name.replace('airing.settings.', '')).toSorted(),
  ).toEqual(Object.keys(defaultAiringSettings).toSorted())
})

test('what has no meaning as things are set is not shown', () => {
  expect(shownWith({})).not.toContain('quietFrom')
  expect(shownWith({ quietHours: true })).toEqual(expect.arrayContaining(['quietFrom', 'quietTo']))
  expect(shownWith({ dailyDigest: true })).toContain('dailyDigestAt')
  expect(shownWith({ startAtLogin: true })).toContain('startHidden')
  expect(shownWith({ notifyAiring: false })).not.toContain('notifyDelay')
})

test('a time of day is shown as on a clock, and only a time of day is taken', () => {
  const quietFrom = find('quietFrom')
  if (quietFrom.control !== 'text') throw new Error('not typed')

  expect(quietFrom.value(defaultSettings)).toBe('23:00')
  expect(quietFrom.isGood('25:00')).toBe(false)
  expect(quietFrom.isGood('7:30')).toBe(true)
  expect(quietFrom.change('7:30')).toEqual({ quietFrom: 450 })
})

test('a delay is chosen among some, the one that holds among them', () => {
  const delay = find('notifyDelay')
  if (delay.control !== 'choice') throw new Error('not a choice')

  expect(delay.values.map(({ value }) => value)).toContain(delay.value(defaultSettings))
  expect(delay.change('180')).toEqual({ notifyDelay: 180 })
})
