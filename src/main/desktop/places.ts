import Store from 'electron-store'
import { z } from 'zod'
import type { WindowPlace } from './bounds'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
const shape = z.object({ bounds: rectangle, maximized: z.boolean() })

/** The place of the window in a file of its own, apart from the settings; a damaged one is forgotten. */
export function openPlaces(dir: string) {
  const store = attempt(
    () =>
      new Store<Record<string, unknown>>({ name: 'window', cwd: dir, clearInvalidConfig: true }),
  )
  return {
    read(): WindowPlace | null {
      const parsed = shape.safeParse(store?.store)
      return parsed.success ? parsed.data : null
    },
    write: (place: WindowPlace) => void attempt(() => store?.set({ ...place })),
  }
}

/** Where a window lies is worth no failure. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
