import { inject, type InjectionKey, provide, type Ref } from 'vue'
import { useTicks } from './use-ticks'

const key: InjectionKey<Readonly<Ref<number>>> = Symbol('shared clock')

/** Gives everything below one clock (Unix ms), so that who shows no countdown is not drawn again. */
export function provideClock(everyMs = 1000): Readonly<Ref<number>> {
  const clock = useTicks(everyMs, () => Date.now())
  provide(key, clock)
  return clock
}

/** The clock of the view around; without one, a clock of its own. */
export function useSharedClock(): Readonly<Ref<number>> {
  return inject(key, () => useTicks(1000, () => Date.now()), true)
}
