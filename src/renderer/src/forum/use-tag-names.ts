import { useI18n } from 'vue-i18n'
import type { ThreadTag } from '../../../shared/community/forum'

/** Names of tags in the language of the window; one that is not known keeps the service's own. */
export function useTagNames() {
  const { t, te } = useI18n()
  return ({ id, name }: ThreadTag) => {
    const key = `forum.tags.${id}`
    return te(key) ? t(key) : name
  }
}
