import type { AccountOptions } from './account'
import type { Settings } from './settings'

/** Titles for adults are shown where the setting allows it, or the account at its own service. */
export function showsAdult(
  { showAdult }: Pick<Settings, 'showAdult'>,
  account: { readonly options: Pick<AccountOptions, 'adult'> } | null,
): boolean {
  return showAdult || account?.options.adult === true
}
