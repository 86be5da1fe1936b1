import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { anilistSchema } from '../../../../src/sandbox/anilist/schema'

const file = resolve('../shared/data/anilist-v2.schema.graphql')
const isHere = existsSync(file)

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
}

/** What of `type` the real schema does not have, in words. */
function missingIn(type: GraphQLNamedType, real: GraphQLNamedType | undefined): string[] {
  if (!real) return [type.name]
  if (isEnumType(type)) {
    const known = isEnumType(real) ? real.getValues().map(({ name }) => name) : []
    return type
      .getValues()
      .flatMap(({ name }) => (known.includes(name) ? [] : [`${type.name}.${name}`]))
  }
  if (isUnionType(type)) {
    const known = isUnionType(real) ? real.getTypes().map(({ name }) => name) : []
    return type
      .getTypes()
      .flatMap(({ name }) => (known.includes(name) ? [] : [`${type.name}|${name}`]))
  }
  if (isInputObjectType(type)) {
    const known = isInputObjectType(real) ? real.getFields() : {}
    return Object.values(type.getFields()).flatMap((field) =>
      String(known[field.name]?.type) === String(field.type) ? [] : [`${type.name}.${field.name}`],
    )
  }
  if (!isObjectType(type)) return []
  const known = isObjectType(real) ? real.getFields() : {}
  return Object.values(type.getFields()).flatMap((field) => {
    const other = known[field.name]
    if (String(other?.type) !== String(field.type)) return [`${type.name}.${field.name}`]
    return field.args.flatMap((argument) => {
      const same = other?.args.find(({ name }) => name === argument.name)
      return String(same?.type) === String(argument.type)
        ? []
        : [`${type.name}.${field.name}(${argument.name})`]
    })
  })
}

describe("the sandbox's schema", () => {
  it('builds, and every resolver belongs to a field', () => {
    expect(anilistSchema().getMutationType()?.getFields().SaveMediaListEntry).toBeDefined()
  })

  test.skipIf(!isHere)(
    `holds nothing that AniList's own schema lacks${isHere ? '' : ` (skipped: ${file} is not here)`}`,
    () => {
      const real = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })
      const missing = ownTypes(anilistSchema()).flatMap((type) =>
        missingIn(type, real.getType(type.name)),
      )
      expect(missing).toEqual([])
    },
  )

  test.skipIf(!isHere)(
    `demands no argument that AniList leaves open, and finds what is put in wrongly${isHere ? '' : ` (skipped: ${file} is not here)`}`,
    () => {
      const real = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })
      const wrong = buildSchema(
        'type Query { Viewer(id: Int): User, Nobody: User } type User { id: Int }',
      )
      const missing = ownTypes(wrong).flatMap((type) => missingIn(type, real.getType(type.name)))
      expect(missing).toEqual(['Query.Viewer(id)', 'Query.Nobody', 'User.id'])
    },
  )
})
