import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Draft, DraftKey } from '../../../shared/community/post'
import { call } from '../api'
import { useAccountsStore } from '../stores/accounts'
import { useNoticesStore } from '../stores/notices'

const pauseMs = 500

/** What is written before it is known what was kept: what there was to begin with, and what changed. */
interface Early {
  base: Draft | null
  part: Partial<Draft>
}

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
  /** `null` once it is known what was kept. */
  let early: Early | null = null

  async function flush() {
    clearTimeout(timer)
    const keep = unkept
    unkept = null
    if (keep) await notices.attempt(keep)
  }

  function keeping(id: number, about: DraftKey, words: Draft) {
    const isEmpty = words.text.trim() === '' && !words.title?.trim() && !words.summary?.trim()
    return async () => {
      await call('posts:keep-draft', id, about, isEmpty ? null : words)
      if (about === key()) isKept.value = !isEmpty
    }
  }

  /** Nothing is kept any more, nor will be of what was written so far. */
  function drop() {
    clearTimeout(timer)
    unkept = null
    if (early) early.part = {}
    early = null
    isKept.value = false
  }

  watch(
    () => `${accounts.active?.id} ${key()}`,
    async () => {
      const id = accounts.active?.id
      const asked = key()
      const mine: Early = { base: null, part: {} }
      early = id === undefined ? null : mine
      const before = flush()
      draft.value = start()
      await before
      if (early === mine || id === undefined) isKept.value = false
      if (id === undefined) return

      const kept = (await notices.attempt(() => call('posts:draft', id, asked))) ?? null
      if (early === mine) {
        early = null
        if (kept) {
          draft.value = joined(kept, mine)
          isKept.value = true
        }
      }
      // Goes to the disk even where one has left meanwhile.
      const words = joined(kept ?? mine.base ?? start(), mine)
      if (Object.keys(mine.part).length > 0) await notices.attempt(keeping(id, asked, words))
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
      if (early) {
        early.base ??= draft.value
        early.part = { ...early.part, ...part }
      }
      draft.value = { ...draft.value, ...part }
      if (early || id === undefined) return
      unkept = keeping(id, key(), draft.value)
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pauseMs)
    },
    /** It has been sent: main has taken it off the disk. */
    sent() {
      drop()
      draft.value = { text: '' }
    },
    /** Throws it away. */
    async discard() {
      drop()
      draft.value = start()
      const id = accounts.active?.id
      const about = key()
      if (id !== undefined) await notices.attempt(() => call('posts:keep-draft', id, about, null))
    },
  }
}

/** What was kept, and what was written before one saw it: words come after the kept ones. */
function joined(kept: Draft, { base, part }: Early): Draft {
  const text = (name: 'text' | 'title' | 'summary') => {
    const typed = part[name]
    if (typed === undefined || kept === base) return {}
    const begun = base?.[name] ?? ''
    return typed.startsWith(begun) ? { [name]: (kept[name] ?? '') + typed.slice(begun.length) } : {}
  }
  return { ...kept, ...part, ...text('text'), ...text('title'), ...text('summary') }
}
