import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** What a schema has that another lacks, or leaves open that the other demands, in words. */
export function strangeIn(schema: GraphQLSchema, real: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => strangeInType(type, real.getType(type.name)))
}

function strangeInType(type: GraphQLNamedType, real: GraphQLNamedType | undefined): string[] {
  // A type of another kind is another type: a scalar is no enum, an interface no object.
  if (!real || real.constructor !== type.constructor) return [type.name]
  if (isEnumType(type) && isEnumType(real)) {
    return lacking(type.name, '.', namesOf(type.getValues()), namesOf(real.getValues()))
  }
  if (isUnionType(type) && isUnionType(real)) {
    return lacking(type.name, '|', namesOf(type.getTypes()), namesOf(real.getTypes()))
  }
  if (isInputObjectType(type) && isInputObjectType(real)) {
    const [fields, others] = [type.getFields(), real.getFields()]
    const strange = Object.values(fields).filter(
      (field) => String(others[field.name]?.type) !== String(field.type),
    )
    const needed = Object.values(others).filter(
      (field) => isRequiredInputField(field) && !fields[field.name],
    )
    return [...strange, ...needed].map(({ name }) => `${type.name}.${name}`)
  }
  return hasFields(type) && hasFields(real) ? strangeFields(type, real) : []
}

type WithFields = GraphQLObjectType | GraphQLInterfaceType

function hasFields(type: GraphQLNamedType): type is WithFields {
  return isObjectType(type) || isInterfaceType(type)
}

function strangeFields(type: WithFields, real: WithFields): string[] {
  const parents = lacking(
    type.name,
    '&',
    namesOf(type.getInterfaces()),
    namesOf(real.getInterfaces()),
  )
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const other = real.getFields()[field.name]
    if (!other || String(other.type) !== String(field.type)) return [`${type.name}.${field.name}`]
    return strangeArguments(`${type.name}.${field.name}`, field, other)
  })
  return [...parents, ...fields]
}

function strangeArguments(
  place: string,
  field: GraphQLField<unknown, unknown>,
  real: GraphQLField<unknown, unknown>,
): string[] {
  const find = (of: typeof field, name: string) => of.args.find((each) => each.name === name)
  const strange = field.args.filter(
    (argument) => String(find(real, argument.name)?.type) !== String(argument.type),
  )
  // Who leaves it out would be refused there, so a sandbox without it takes what is wrong.
  const needed = real.args.filter(
    (argument) => isRequiredArgument(argument) && !find(field, argument.name),
  )
  return [...strange, ...needed].map(({ name }) => `${place}(${name})`)
}

function lacking(place: string, mark: string, names: string[], others: string[]): string[] {
  return names.filter((name) => !others.includes(name)).map((name) => `${place}${mark}${name}`)
}

function namesOf(things: readonly { readonly name: string }[]): string[] {
  return things.map(({ name }) => name)
}
