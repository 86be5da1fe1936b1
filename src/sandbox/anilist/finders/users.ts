import type { SandboxUser } from '../../world/user'
import type { GraphContext } from '../context'
import { filterOf, orderOf, type Values } from '../filter'
import { searchIn, sortIn, type Args } from './finder'

const order: Values<SandboxUser> = {
  ID: (user) => user.id,
  USERNAME: (user) => user.name.toLowerCase(),
  SEARCH_MATCH: (user) => user.name.length,
}

export function findUsers(args: Args, { world }: GraphContext): SandboxUser[] {
  const search = searchIn(args) ?? ''
  const name = typeof args.name === 'string' ? args.name.toLowerCase() : null
  const fits = filterOf<SandboxUser>({ id: args.id }, { id: (user) => user.id })
  return world.users
    .rows()
    .filter((user) => name === null || user.name.toLowerCase() === name)
    .filter((user) => user.name.toLowerCase().includes(search) && fits(user))
    .sort(orderOf(sortIn(args, 'ID'), order))
}
