import { kindOf, type TitleKey } from '../../shared/media'
import type { ListOwner, ListPage, Provider, ServiceCall } from '../providers/provider'

/**
 * The cheapest request that tells how one entry stands at the service: itself alone where there is
 * such a call, else the list, without its titles where it can be had so. A title that is absent
 * from the answer is not on the list.
 */
export function entryCall(
  provider: Provider,
  owner: ListOwner,
  title: TitleKey,
): ServiceCall<ListPage> {
  if (provider.someEntries) return provider.someEntries.call(owner, [title])
  const one = provider.oneEntry?.(owner, title)
  const bare = one ? undefined : provider.bareList?.(owner, kindOf(title))
  if (bare) {
    // What else stands there may be new here, and would have no name.
    const only = ({ items }: ListPage) => items.filter(({ entry }) => entry.title === title)
    return { ...bare, parse: (answer) => ({ items: only(bare.parse(answer)), hasNext: false }) }
  }
  if (!one) return provider.listPage(owner, kindOf(title), 1, null)
  return {
    ...one,
    parse(answer) {
      const found = one.parse(answer)
      return { items: found ? [found] : [], hasNext: false }
    },
  }
}
