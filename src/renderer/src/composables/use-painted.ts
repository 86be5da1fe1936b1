import { onScopeDispose, ref, watch } from 'vue'

/**
 * Whether something that is `there` has been painted: what one does not look at first waits for it.
 * What goes and comes again is painted anew.
 */
export function usePainted(there: () => boolean) {
  const isPainted = ref(false)
  let frame = 0
  let turn: ReturnType<typeof setTimeout> | undefined
  const after = (next: () => void) => (frame = requestAnimationFrame(next))
  function end() {
    cancelAnimationFrame(frame)
    clearTimeout(turn)
  }
  const stop = watch(
    there,
    (now) => {
      end()
      isPainted.value = false
      // Once the frame after it has begun it has been painted; more work waits until that one is, too.
      if (now) after(() => after(() => (turn = setTimeout(() => (isPainted.value = true)))))
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    stop()
    end()
  })
  return isPainted
}
