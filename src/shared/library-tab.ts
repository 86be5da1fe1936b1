import type { EntryFields } from './entry'
import type { ListTab } from './library-view'

/** True when an entry belongs to a tab. Hidden ones stay out of the lists by status. */
export function isInTab(
  entry: Pick<EntryFields, 'status' | 'hidden' | 'customLists'>,
  tab: ListTab,
): boolean {
  switch (tab.type) {
    case 'all':
      return true
    case 'status':
      return entry.status === tab.status && !entry.hidden
    case 'custom':
      return entry.customLists.includes(tab.name)
  }
}

/** A name of a tab that can stand in an address or a setting: `status/current`, `custom/With Mia`. */
export function tabId(tab: ListTab): string {
  if (tab.type === 'all') return 'all'
  return tab.type === 'status' ? `status/${tab.status}` : `custom/${tab.name}`
}
