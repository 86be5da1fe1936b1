/** A moment in Unix ms as the day in a file's name: `2017-07-01`, in UTC. */
export function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
