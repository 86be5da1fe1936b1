import { z } from 'zod'
import { serviceIds, type ServiceId } from '../../shared/service'
import type { ParsedRequest, Route } from './wire'

export const faultKinds = [
  'refused',
  'drop',
  'drop-after',
  'delay',
  'half',
  'status',
  'html',
  'silence',
  'silence-after',
  'graphql-error',
  '429',
  '403-disabled',
  'token-expired',
  'replace',
  'headers',
  'words',
] as const

export const faultSchema = z.strictObject({
  service: z.enum(serviceIds),
  kind: z.enum(faultKinds),
  /** Only requests that fit all of these; `skip` lets the first so many of them pass. */
  match: z
    .strictObject({
      /** A part of the route's name, such as `SaveMediaListEntry` or `PUT my`. */
      route: z.string(),
      method: z.string(),
      /** A part of the request's body. */
      body: z.string(),
      write: z.boolean(),
      skip: z.int().min(0),
    })
    .partial()
    .optional(),
  /** How many requests it hits; 0 for all until it is taken away. */
  times: z.int().min(0).default(1),
  /** For `status` and `html`. */
  status: z.int().min(100).max(599).optional(),
  body: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** For `delay`: the request is done at once, its answer comes so much later. */
  delayMs: z.number().min(0).optional(),
  /** For `half`: bytes that still arrive; half of them when not given. */
  bytes: z.int().min(0).optional(),
  /** For `429`: seconds; null sends no Retry-After. */
  retryAfter: z.int().min(0).nullable().optional(),
  message: z.string().optional(),
  /** For `replace`: text in the answer and what stands there instead. */
  find: z.string().optional(),
  with: z.string().optional(),
  /** For `words`: what stands in every field in which people write freely. */
  texts: z.array(z.string()).min(1).optional(),
  /** Whether the request takes effect where the kind leaves it open (`status`, `html`). */
  apply: z.boolean().optional(),
})

/** A fault as an admin call or a test asks for it. */
export type FaultRequest = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>

export interface Faults {
  /** Checks and adds; the number names it for `remove`. */
  add(fault: FaultRequest): number
  remove(id: number): boolean
  clear(): void
  /** The fault that hits this request, used up by one; undefined for none. */
  take(service: ServiceId, request: ParsedRequest, route: Route): Fault | undefined
  waiting(): number
}

export function createFaults(): Faults {
  const faults = new Map<number, { fault: Fault; left: number; skip: number }>()
  let nextId = 1

  function hit(id: number): Fault | undefined {
    const entry = faults.get(id)
    if (!entry) return undefined
    if (entry.skip > 0) {
      entry.skip--
      return undefined
    }
    if (--entry.left === 0) faults.delete(id)
    return entry.fault
  }

  return {
    add(request) {
      const fault = faultSchema.parse(request)
      const left = fault.times === 0 ? Infinity : fault.times
      faults.set(nextId, { fault, left, skip: fault.match?.skip ?? 0 })
      return nextId++
    },
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    waiting: () => faults.size,
    take(service, request, route) {
      for (const [id, { fault }] of faults) {
        if (fault.service !== service || !fits(fault, request, route)) continue
        const taken = hit(id)
        if (taken) return taken
      }
      return undefined
    },
  }
}

function fits({ match }: Fault, request: ParsedRequest, route: Route): boolean {
  if (!match) return true
  return (
    (match.route === undefined || route.name.includes(match.route)) &&
    (match.method === undefined || request.method === match.method) &&
    (match.body === undefined || request.body.includes(match.body)) &&
    (match.write === undefined || route.write === match.write)
  )
}
