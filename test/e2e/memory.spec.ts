import { expect, test } from './launch'

test('main does not keep the space of lists that have passed through', async ({ launch }) => {
  const { app } = await launch()

  const mebibytes = await app.evaluate(() => {
    const { getHeapSpaceStatistics } = process.getBuiltinModule('node:v8')
    const kept: object[][] = []
    for (let round = 0; round < 60; round += 1) {
      kept.push(Array.from({ length: 20_000 }, (_, at) => ({ at, name: `${at}` })))
      if (kept.length > 8) kept.shift()
    }
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
    return (young?.space_size ?? NaN) / 2 ** 20
  })

  expect(mebibytes).toBeLessThanOrEqual(32)
})
