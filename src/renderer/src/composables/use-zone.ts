import { readonly, type Ref, shallowRef } from 'vue'
import { systemZone } from '../../../shared/zoned-time'

const zone = shallowRef(systemZone())
/** Nothing tells a page that the zone has changed, so it looks, in ms. */
const lookEveryMs = 60_000

/** The zone of the system, an IANA name, as it is now. */
export function useZone(): Readonly<Ref<string>> {
  return readonly(zone)
}

/**
 * Keeps the zone true, and tells it: now, and whenever it is another one. Main hears of it from here
 * only: the zone that its process began with stays as it was. Returns the function that stops it.
 */
export function followZone(tell: (zone: string) => void): () => void {
  function look() {
    const now = systemZone()
    if (now === zone.value) return
    zone.value = now
    tell(now)
  }

  zone.value = systemZone()
  tell(zone.value)
  const timer = setInterval(look, lookEveryMs)
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}
