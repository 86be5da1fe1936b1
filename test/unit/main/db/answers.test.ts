import { expect, onTestFinished, test } from 'vitest'
import { createAnswersTable } from '../../../../src/main/db/answers'
import { openDatabase } from '../../../../src/main/db/database'
import { createPicturesTable } from '../../../../src/main/db/pictures'

function open() {
  const db = openDatabase(':memory:')
  onTestFinished(() => db.close())
  return db
}
const hour = 3600_000
const at = (name: string, account = 0) => ({ realm: 1, account, name })

test('an answer is kept until a newer one takes its place', () => {
  const answers = createAnswersTable(open())
  expect(answers.read(at('a'), 0)).toBeNull()
  answers.put(at('a'), { n: 1 }, 100)
  answers.put(at('a'), { n: 2 }, 200)
  answers.put({ ...at('a'), realm: 2 }, 3, 300)
  expect(answers.read(at('a'), 200)).toEqual({ value: { n: 2 }, askedAt: 200 })
})

test('all answers together stay below their bound; what was not looked at for longest goes', () => {
  const answers = createAnswersTable(open(), 300)
  const long = 'x'.repeat(96)
  answers.put(at('a'), long, 0)
  answers.put(at('b'), long, 1)
  answers.put(at('c'), long, 2)
  answers.read(at('a'), 2 * hour)
  answers.put(at('d'), long, 3 * hour)
  const known = ['a', 'b', 'c', 'd'].filter((name) => answers.read(at(name), 3 * hour))
  expect(known).toEqual(['a', 'c', 'd'])
})

test('an answer larger than the bound is not kept', () => {
  const answers = createAnswersTable(open(), 10)
  answers.put(at('a'), 'x'.repeat(20), 0)
  expect(answers.read(at('a'), 0)).toBeNull()
})

test('what begins with a name is past its age, for one account and for everybody', () => {
  const answers = createAnswersTable(open())
  for (const account of [0, 7, 8]) answers.put(at('series(1)', account), 1, 100)
  answers.put(at('staff(1)', 7), 1, 100)
  answers.outdate(1, 7, 'series(')
  const asked = [0, 7, 8].map((account) => answers.read(at('series(1)', account), 100)?.askedAt)
  expect(asked).toEqual([0, 0, 100])
  expect(answers.read(at('staff(1)', 7), 100)?.askedAt).toBe(100)
})

test('answers of an account go with it', () => {
  const answers = createAnswersTable(open())
  answers.put(at('a', 7), 1, 0)
  answers.put(at('a'), 1, 0)
  answers.removeOf(7)
  expect(answers.read(at('a', 7), 0)).toBeNull()
  expect(answers.read(at('a'), 0)).not.toBeNull()
})

test('addresses of pictures are kept by realm, and those not seen for longest are forgotten', () => {
  const pictures = createPicturesTable(open(), 2)
  const picture = (id: number) => ({
    key: `staff-${id}` as const,
    url: `https://a.example/${id}.png`,
    urlLarge: null,
    bannerUrl: null,
  })
  pictures.putAll(1, [picture(1), picture(2)], 0)
  pictures.putAll(1, [picture(1)], 48 * hour)
  pictures.putAll(1, [picture(3)], 49 * hour)
  expect(pictures.get(1, 'staff-1')).toEqual(picture(1))
  expect(pictures.get(1, 'staff-2')).toBeNull()
  expect(pictures.get(1, 'staff-3')).toEqual(picture(3))
  expect(pictures.get(2, 'staff-1')).toBeNull()
})
