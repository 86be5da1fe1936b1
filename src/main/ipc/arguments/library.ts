import { z } from 'zod'
import type { LibraryCalls } from '../../../shared/ipc/library'
import type { BulkChange } from '../../../shared/bulk'
import { sortKeys } from '../../../shared/library-view'
import type { SchemasOf } from './schemas'
import { id, kind, listName, mostRefs, patch, ref, status } from './words'

const tab = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('status'), status }),
  z.strictObject({ type: z.literal('custom'), name: listName }),
])

const firstScreen = z.strictObject({
  accountId: id,
  kind,
  tab,
  sort: z.strictObject({ key: z.enum(sortKeys), descending: z.boolean() }),
  limit: z.int().min(0).max(100),
})

const bulkChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), patch }),
  z.strictObject({ do: z.literal('list'), name: listName, on: z.boolean() }),
  z.strictObject({ do: z.literal('step'), by: z.literal([1, -1]) }),
  z.strictObject({ do: z.literal('remove') }),
]) satisfies z.ZodType<BulkChange>

export const libraryArguments: SchemasOf<LibraryCalls> = {
  'library:first': z.tuple([firstScreen]),
  'library:rows': z.tuple([id, kind, z.string().max(200).nullable()]),
  'library:row': z.tuple([ref]),
  'library:edit': z.tuple([ref, patch]),
  'library:step': z.tuple([ref, z.literal([1, -1])]),
  'library:edit-many': z.tuple([z.array(ref).min(1).max(mostRefs), bulkChange, id.nullable()]),
  'library:repeat': z.tuple([ref, z.enum(['start', 'finish'])]),
  'library:remove': z.tuple([ref]),
}
