import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { titleKey, type TitleKey } from '../../../shared/media'

/** The number in the address of a view; stays as it was while the view is left. */
export function useRouteId(name: string) {
  const route = useRoute()
  const id = shallowRef(Number(route.params['id']))
  watch(
    () => route.fullPath,
    () => {
      if (route.name === name) id.value = Number(route.params['id'])
    },
  )
  return id
}

/** The title in the address of a view; stays as it was while the view is left. */
export function useRouteTitle(name: string) {
  const route = useRoute()
  const read = (): TitleKey =>
    titleKey(route.params['kind'] === 'manga' ? 'manga' : 'anime', Number(route.params['id']))
  const title = shallowRef(read())
  watch(
    () => route.fullPath,
    () => {
      if (route.name === name) title.value = read()
    },
  )
  return title
}
