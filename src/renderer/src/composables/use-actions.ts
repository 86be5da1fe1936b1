import { onScopeDispose } from 'vue'
import type { Action } from '../actions/action'
import { useActionsStore } from '../stores/actions'

/** Offers actions to the palette for as long as the component lives. */
export function useActions(actions: () => readonly Action[]) {
  onScopeDispose(useActionsStore().offer(actions))
}
