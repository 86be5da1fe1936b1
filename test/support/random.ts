export { createRandom, pick } from '../../src/sandbox/core/random'

/** A whole number from 0 up to, not including, `end`. */
export function whole(random: () => number, end: number): number {
  return Math.floor(random() * end)
}
