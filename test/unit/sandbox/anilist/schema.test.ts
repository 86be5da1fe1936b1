import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { anilistSchema } from '../../../../src/sandbox/anilist/schema'
import { strangeIn } from './subset'

const file = resolve('../shared/data/anilist-v2.schema.graphql')
const isHere = existsSync(file)

describe("the sandbox's schema", () => {
  test('builds, and every resolver belongs to a field', () => {
    expect(anilistSchema().getMutationType()?.getFields().SaveMediaListEntry).toBeDefined()
  })

  test.skipIf(!isHere)(
    `holds nothing that AniList's own schema lacks, and demands what that demands${isHere ? '' : ` (skipped: ${file} is not here)`}`,
    () => {
      const real = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })

      expect(strangeIn(anilistSchema(), real)).toEqual([])
    },
  )
})

describe('a schema is no part of another', () => {
  const real = `
    interface Named { name: String }
    enum Kind { ONE TWO }
    scalar Count
    union Any = User | Thing
    input Wish { id: Int!, text: String }
    type User implements Named { id: Int, name: String, kind: Kind, count: Count }
    type Thing { id: Int }
    type Query { user(id: Int!, kind: Kind): User, any: Any, named: Named, make(wish: Wish): Thing }
  `
  const strange = (own: string) => strangeIn(buildSchema(own), buildSchema(real))
  const user = 'type User { id: Int }'

  test('unless it holds all of it or less', () => {
    expect(strange(real)).toEqual([])
    expect(strange(`${user} type Query { user(id: Int!): User }`)).toEqual([])
  })

  test.each([
    ['a type', `type Nobody { id: Int } type Query { any: Nobody }`, ['Nobody', 'Query.any']],
    ['a field', 'type Thing { id: Int, more: Int } type Query { make: Thing }', ['Thing.more']],
    ['a type of a field', 'type Thing { id: String } type Query { make: Thing }', ['Thing.id']],
    ['an argument', `${user} type Query { user(id: Int!, no: Int): User }`, ['Query.user(no)']],
    ['a type of an argument', `${user} type Query { user(id: String!): User }`, ['Query.user(id)']],
    ['a demand less strict', `${user} type Query { user(id: Int): User }`, ['Query.user(id)']],
    ['no demanded argument', `${user} type Query { user: User }`, ['Query.user(id)']],
    [
      'no demanded part of an input',
      'input Wish { text: String } type Thing { id: Int } type Query { make(wish: Wish): Thing }',
      ['Wish.id'],
    ],
    [
      'a part of an input',
      'input Wish { id: Int!, no: Int } type Thing { id: Int } type Query { make(wish: Wish): Thing }',
      ['Wish.no'],
    ],
    ['a value of an enum', 'enum Kind { ONE SIX } type Query { named: Kind }', ['Kind.SIX']],
    [
      'a member of a union',
      'union Any = Thing | Query type Thing { id: Int } type Query { any: Any }',
      ['Any|Query'],
    ],
    [
      'an interface',
      'interface Odd { id: Int } type Thing implements Odd { id: Int } type Query { make: Thing }',
      ['Odd', 'Thing&Odd'],
    ],
    [
      'a field of an interface',
      'interface Named { name: String, no: Int } type Query { named: Named }',
      ['Named.no'],
    ],
    ['a scalar that is an enum there', 'scalar Kind type Query { named: Kind }', ['Kind']],
    [
      'an object that is an interface there',
      'type Named { name: String } type Query { named: Named }',
      ['Named'],
    ],
  ])('with %s of its own', (_what, own, expected) => {
    expect(strange(own)).toEqual(expect.arrayContaining(expected))
  })
})
