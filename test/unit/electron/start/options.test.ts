import { describe, expect, test } from 'vitest'
import { readOptions } from '../../../../scripts/start/options'

describe('the command line of npm start', () => {
  test('asks for nothing by default', () => {
    expect(readOptions([])).toEqual({
      retryElectron: false,
      tries: false,
      goesElsewhere: false,
      app: [],
    })
  })

  test('takes values behind a space or an equals sign', () => {
    const wanted = { screenshot: 'a b.png', size: { width: 1280, height: 800 } }

    expect(readOptions(['--screenshot', 'a b.png', '--size', '1280x800'])).toMatchObject(wanted)
    expect(readOptions(['--screenshot=a b.png', '--size=1280x800'])).toMatchObject(wanted)
  })

  test('hands on what the app understands, in its form', () => {
    const { app, tries } = readOptions(['--theme', 'dark', '--lang=de', '--try', 'anisearch'])

    expect(app).toEqual(['--try=anisearch', '--theme=dark', '--lang=de'])
    expect(tries).toBe(true)
  })

  test('keeps the folder of the data apart', () => {
    expect(readOptions(['--user-data-dir', '/tmp/x'])).toMatchObject({ profile: '/tmp/x', app: [] })
  })

  test('hands on everything it does not know', () => {
    expect(readOptions(['tsuzuki://open/7', '--inspect=0', '--retry-electron'])).toMatchObject({
      app: ['tsuzuki://open/7', '--inspect=0'],
      retryElectron: true,
    })
  })

  test.each([
    [['--size', 'large'], '--size is large'],
    [['--size', '1x1'], '--size is 1x1'],
    [['--screenshot'], '--screenshot needs a value'],
  ])('refuses %j with words', (argv, words) => {
    expect(() => readOptions(argv)).toThrow(words)
  })
})
