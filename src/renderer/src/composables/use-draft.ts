import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Draft, DraftKey } from '../../../shared/community/post'
import { call } from '../api'
import { useAccountsStore } from '../stores/accounts'
import { useNoticesStore } from '../stores/notices'

const pauseMs = 500

/**
 * Words that are kept on the disk while they are written: half a second after the last key, and
 * when one leaves.
 * @param start what to begin with where nothing is kept
 */
export function useDraft(key: () => DraftKey, start: () => Draft) {
  const accounts = useAccountsStore()
  const notices = useNoticesStore()
  const draft = shallowRef<Draft>(start())
  const isKept = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What is not on the disk yet. */
  let unkept: (() => Promise<unknown>) | null = null

  async function flush() {
    clearTimeout(timer)
    const keep = unkept
    unkept = null
    if (keep) await notices.attempt(keep)
  }

  watch(
    () => `${accounts.active?.id} ${key()}`,
    async () => {
      await flush()
      draft.value = start()
      isKept.value = false
      const id = accounts.active?.id
      const asked = key()
      if (id === undefined) return
      const kept = await notices.attempt(() => call('posts:draft', id, asked))
      if (!kept || asked !== key() || unkept) return
      draft.value = kept
      isKept.value = true
    },
    { immediate: true },
  )
  onScopeDispose(() => void flush())

  return {
    draft,
    /** It was kept before, or is by now. */
    isKept,
    change(part: Partial<Draft>) {
      const id = accounts.active?.id
      const next = { ...draft.value, ...part }
      draft.value = next
      if (id === undefined) return
      const about = key()
      const isEmpty = next.text.trim() === '' && !next.title?.trim() && !next.summary?.trim()
      unkept = async () => {
        await call('posts:keep-draft', id, about, isEmpty ? null : next)
        isKept.value = !isEmpty
      }
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pauseMs)
    },
    /** It has been sent: main has taken it off the disk. */
    sent() {
      clearTimeout(timer)
      unkept = null
      draft.value = { text: '' }
      isKept.value = false
    },
    /** Throws it away. */
    async discard() {
      clearTimeout(timer)
      unkept = null
      draft.value = start()
      isKept.value = false
      const id = accounts.active?.id
      const about = key()
      if (id !== undefined) await notices.attempt(() => call('posts:keep-draft', id, about, null))
    },
  }
}
