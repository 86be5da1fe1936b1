import { describe, expect, it } from 'vitest'
import { readServeOptions } from '../../../src/sandbox/serve-options'

describe('the command line of the sandbox', () => {
  it('has usual values', () => {
    expect(readServeOptions([])).toEqual({
      port: 4010,
      entries: undefined,
      services: ['anilist', 'anisearch', 'anilist-v1'],
      scoreFormat: undefined,
      seed: 1,
      json: false,
      withParent: false,
      state: undefined,
    })
  })

  it('takes all that is given', () => {
    const line =
      '--port 0 --entries 5000 --service anilist,anisearch --score-format POINT_5 --seed 9 ' +
      '--json --with-parent --state /tmp/x'
    expect(readServeOptions(line.split(' '))).toEqual({
      port: 0,
      entries: 5000,
      services: ['anilist', 'anisearch'],
      scoreFormat: 'POINT_5',
      seed: 9,
      json: true,
      withParent: true,
      state: '/tmp/x',
    })
  })

  it('takes anime and manga apart', () => {
    expect(readServeOptions(['--entries', '300,20']).entries).toEqual({ anime: 300, manga: 20 })
  })

  it.each([
    [['--port', '70000']],
    [['--entries', 'many']],
    [['--entries', '-1']],
    [['--service', 'kitsu']],
    [['--score-format', 'STARS']],
    [['--unknown']],
  ])('says what is wrong with %j', (line) => {
    expect(() => readServeOptions(line)).toThrow()
  })
})
