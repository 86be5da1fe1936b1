import { z } from 'zod'
import { serviceIds } from '../../shared/service'
import type { Control } from '../control'
import { faultSchema } from '../core/faults'
import { parseRequest } from '../core/parse-request'
import { json } from '../core/reply'
import type { ParsedRequest, SandboxReply, SandboxRequest } from '../core/wire'
import type { Inspection } from '../inspection'
import {
  behaviourChangeSchema,
  clientSchema,
  entryChangeSchema,
  limitSchema,
  userChangeSchema,
} from './schemas'

interface AdminParts {
  control: Control
  inspect: Inspection
  secret: string
}

type Call = (request: ParsedRequest) => unknown

const service = z.enum(serviceIds)
const texts = z.array(z.string()).min(1)

/** The calls that tests and people use to break things; each needs the secret. */
export function createAdmin({ control, inspect, secret }: AdminParts) {
  const serviceOf = (request: ParsedRequest): z.output<typeof service> =>
    service.parse(request.query.get('service'))

  const calls: Readonly<Record<string, Call>> = {
    'POST faults': posted(faultSchema, (fault) => ({ id: control.faults.add(fault) })),
    'DELETE faults': () => control.faults.clear(),
    'POST online': posted(
      z.strictObject({ service: service.optional(), online: z.boolean() }),
      (body) => control.setOnline(body.online, body.service),
    ),
    'POST remote-edit': posted(
      z.strictObject({ service, mediaId: z.int(), change: entryChangeSchema.nullable() }),
      (body) => control.remoteEdit(body.service, body.mediaId, body.change),
    ),
    'POST remove-title': posted(z.strictObject({ service, mediaId: z.int() }), (body) =>
      control.removeSeries(body.service, body.mediaId),
    ),
    'POST clock': posted(z.strictObject({ advanceMs: z.number().min(0) }), (body) =>
      control.advance(body.advanceMs),
    ),
    'POST expire-tokens': posted(z.strictObject({ service: service.optional() }), (body) => ({
      expired: control.expireTokens(body.service),
    })),
    'POST limits': posted(
      z.strictObject({ service, bucket: z.string().optional(), limit: limitSchema }),
      (body) => control.setLimit(body.service, body.limit, body.bucket),
    ),
    'POST clients': posted(z.strictObject({ service, client: clientSchema }), (body) =>
      control.setClient(body.service, body.client),
    ),
    'POST user': posted(z.strictObject({ service, change: userChangeSchema }), (body) =>
      control.setUser(body.service, body.change),
    ),
    'POST words': posted(z.strictObject({ service, texts }), (body) =>
      control.setWords(body.service, body.texts),
    ),
    'POST thread': posted(z.strictObject({ service, texts, count: z.int().min(1) }), (body) => ({
      thread: control.fillThread(body.service, body.texts, body.count),
    })),
    'POST behaviour': posted(behaviourChangeSchema, (body) => control.setBehaviour(body)),
    'GET state': (request) => ({ entries: inspect.entries(serviceOf(request)) }),
    'GET log': (request) => ({
      arrivals: inspect.arrivals(serviceOf(request)),
      violations: inspect.violations(serviceOf(request)),
      requests: inspect.requests(serviceOf(request)),
    }),
  }

  return async (raw: SandboxRequest): Promise<SandboxReply> => {
    if (raw.headers['x-sandbox-secret'] !== secret) return json({ error: 'Wrong secret' }, 403)
    const request = parseRequest(raw)
    const call = calls[`${request.method} ${request.path}`]
    if (!call) return json({ error: 'No such call', calls: Object.keys(calls) }, 404)
    try {
      return json((await call(request)) ?? { done: true })
    } catch (error) {
      return json({ error: error instanceof Error ? error.message : String(error) }, 400)
    }
  }
}

function posted<Body extends z.ZodType>(
  schema: Body,
  work: (body: z.output<Body>) => unknown,
): Call {
  return (request) => work(schema.parse(JSON.parse(request.body || '{}')))
}
