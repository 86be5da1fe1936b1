import { onScopeDispose, type Ref, ref, watch } from 'vue'

/**
 * A time in ms that moves on every `everyMs`, as long as somebody needs it to.
 * @param read the clock, such as `performance.now`
 */
export function useTicks(
  everyMs: number,
  read: () => number,
  needed: () => boolean = () => true,
): Readonly<Ref<number>> {
  const now = ref(read())
  let timer: ReturnType<typeof setInterval> | undefined

  function stop() {
    clearInterval(timer)
    timer = undefined
  }

  watch(
    needed,
    (isNeeded) => {
      stop()
      now.value = read()
      if (isNeeded) timer = setInterval(() => (now.value = read()), everyMs)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return now
}
