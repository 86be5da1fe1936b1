import { systemZone } from '../../shared/zoned-time'

/**
 * Moves this process to the zone that the system is said to have now. Node asks the system for its
 * zone once, and anew only when the variable changes. It stays set only where asking does not help:
 * whoever starts from it (the window, a browser) would notice no further move.
 */
export function createZoneMover(env: Record<string, string | undefined>) {
  const given = env['TZ']

  return (zone: string): void => {
    env['TZ'] = zone
    if (given !== undefined) return
    delete env['TZ']
    if (systemZone() !== zone) env['TZ'] = zone
  }
}
