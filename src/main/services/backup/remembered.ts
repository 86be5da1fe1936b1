import type { RememberedChoice } from '../../backup/match'
import type { MetaTable } from '../../db/meta'

type Choices = readonly (readonly [string, RememberedChoice])[]

/** Choices kept for an account; the oldest are forgotten beyond it. */
const mostChoices = 5_000

/** Which titles the user said that doubtful rows mean. */
export function createRemembered(meta: MetaTable) {
  const nameOf = (accountId: number) => `import-choices:${accountId}`

  function of(accountId: number): Choices {
    const text = meta.read(nameOf(accountId))
    // Only `add` writes it.
    return text === null ? [] : (JSON.parse(text) as Choices)
  }

  return {
    of,
    add(accountId: number, key: string, choice: RememberedChoice) {
      const others = of(accountId).filter(([known]) => known !== key)
      const all = [...others, [key, choice] as const].slice(-mostChoices)
      meta.write(nameOf(accountId), JSON.stringify(all))
    },
  }
}
