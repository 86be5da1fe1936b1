import { onScopeDispose, ref, watch } from 'vue'

/**
 * Whether something that is `there` has been painted: what one does not look at first waits for it.
 * What goes and comes again is painted anew.
 */
export function usePainted(there: () => boolean) {
  const isPainted = ref(false)
  let frame = 0
  const after = (next: () => void) => (frame = requestAnimationFrame(next))
  const stop = watch(
    there,
    (now) => {
      cancelAnimationFrame(frame)
      isPainted.value = false
      if (now) after(() => after(() => (isPainted.value = true)))
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    stop()
    cancelAnimationFrame(frame)
  })
  return isPainted
}
