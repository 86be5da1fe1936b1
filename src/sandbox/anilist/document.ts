import {
  parse,
  validate,
  visit,
  Kind,
  GraphQLError,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { apiError } from './errors'
import { anilistSchema } from './schema'

/** A question taken apart once; the same text is never parsed twice. */
export interface PreparedDocument {
  document: DocumentNode
  errors: readonly GraphQLError[]
  /** Such as `mutation SaveMediaListEntry` or `query Page.media`. */
  name: string
  write: boolean
}

const highestComplexity = 500
const mostRemembered = 300
const remembered = new Map<string, PreparedDocument>()

export function prepare(query: string): PreparedDocument {
  const known = remembered.get(query)
  if (known) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const prepared = prepareNew(query)
  remembered.set(query, prepared)
  return prepared
}

function prepareNew(query: string): PreparedDocument {
  let document: DocumentNode
  try {
    document = parse(query)
  } catch (error) {
    const errors = [error instanceof GraphQLError ? error : apiError(String(error), 400)]
    return {
      document: { kind: Kind.DOCUMENT, definitions: [] },
      errors,
      name: 'query ?',
      write: false,
    }
  }
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  )
  const errors = validate(anilistSchema(), document, undefined, { hideSuggestions: true })
  const cost = errors.length === 0 ? complexityOf(document) : 0
  const tooComplex = `Max query complexity should be ${highestComplexity} but got ${cost}.`
  return {
    document,
    errors: cost > highestComplexity ? [apiError(tooComplex, 400)] : errors,
    name: operation ? nameOf(operation) : 'query ?',
    write: operation?.operation === 'mutation',
  }
}

function nameOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const roots = fieldsIn(selectionSet).map((field) => {
    if (field.name.value !== 'Page' || !field.selectionSet) return field.name.value
    const inner = fieldsIn(field.selectionSet).find(({ name }) => name.value !== 'pageInfo')
    return `Page.${inner?.name.value ?? 'pageInfo'}`
  })
  return `${operation} ${[...new Set(roots)].join('+')}`
}

function fieldsIn(selectionSet: SelectionSetNode): FieldNode[] {
  return selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD)
}

/**
 * One point for each field that is asked for, aliases and fragments counted as often as they are
 * used; the parts of a date are free. A full save costs about 17 of the 500 that way.
 */
export function complexityOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  visit(document, {
    FragmentDefinition: (node) => void fragments.set(node.name.value, node),
  })
  const costOf = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return sum + costOfField(selection)
        case Kind.INLINE_FRAGMENT:
          return sum + costOf(selection.selectionSet)
        case Kind.FRAGMENT_SPREAD:
          return sum + costOf(fragments.get(selection.name.value)?.selectionSet)
      }
    }, 0)
  const costOfField = ({ name, selectionSet }: FieldNode): number => {
    if (name.value === '__typename') return 0
    return 1 + (isDate(selectionSet) ? 0 : costOf(selectionSet))
  }
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .reduce(
      (sum, { selectionSet }) => sum + costOf(selectionSet) - selectionSet.selections.length,
      0,
    )
}

function isDate(set: SelectionSetNode | undefined): boolean {
  const parts = set?.selections ?? []
  return (
    parts.length > 0 &&
    parts.every(
      (part) => part.kind === Kind.FIELD && ['year', 'month', 'day'].includes(part.name.value),
    )
  )
}
