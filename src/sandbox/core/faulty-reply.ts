import type { Fault } from './faults'
import { html, json } from './reply'
import { reworded } from './reworded'
import type { SandboxAnswer, SandboxReply, ServiceHandler } from './wire'

export const disabledMessage =
  'The AniList API has been temporarily disabled due to severe stability issues.'

const maintenancePage = '<!doctype html><title>Maintenance</title><h1>We will be back soon.</h1>'

/** Faults after which the request has taken effect all the same. */
export function takesEffect(fault: Fault): boolean {
  switch (fault.kind) {
    case 'drop-after':
    case 'silence-after':
    case 'delay':
    case 'half':
    case 'replace':
    case 'headers':
    case 'words':
      return true
    case 'status':
    case 'html':
      return fault.apply ?? false
    case 'refused':
    case 'drop':
    case 'silence':
    case 'graphql-error':
    case '429':
    case '403-disabled':
    case 'token-expired':
      return false
  }
}

/** What the client gets of a request hit by a fault. `done` is the true answer, if it was done. */
export function faultyAnswer(
  fault: Fault,
  service: ServiceHandler,
  done: SandboxReply | null,
): SandboxAnswer {
  switch (fault.kind) {
    case 'refused':
      return { fault: 'refused' }
    case 'drop':
    case 'drop-after':
      return { fault: 'drop' }
    case 'silence':
    case 'silence-after':
      return { fault: 'hang' }
    case 'half':
      return done
        ? { fault: 'half', reply: done, bytes: fault.bytes ?? done.body.length >> 1 }
        : { fault: 'drop' }
    case 'status':
      return plain(fault, fault.status ?? 500, 'text/plain')
    case 'html':
      return html(fault.body ?? maintenancePage, fault.status ?? 200, fault.headers)
    case 'graphql-error':
      return json(graphqlError(fault.message ?? 'Internal Server Error', 500))
    case '429':
      return service.tooMany(fault.retryAfter === undefined ? 60 : fault.retryAfter)
    case '403-disabled':
      return json(graphqlError(fault.message ?? disabledMessage, 403), 403)
    case 'token-expired':
      return service.deadToken()
    case 'replace':
      return done ? { ...done, body: replaced(done.body, fault) } : { fault: 'drop' }
    case 'words':
      return done ? { ...done, body: inOtherWords(done.body, fault) } : { fault: 'drop' }
    case 'delay':
    case 'headers':
      return done ? { ...done, headers: { ...done.headers, ...fault.headers } } : { fault: 'drop' }
  }
}

/** An error in AniList's shape; the HTTP status may still be 200. */
export function graphqlError(message: string, status: number): unknown {
  return { errors: [{ message, status, locations: [{ line: 1, column: 1 }] }], data: null }
}

function plain(fault: Fault, status: number, type: string): SandboxReply {
  return {
    status,
    headers: { 'content-type': type, ...fault.headers },
    body: fault.body ?? `Error ${status}`,
  }
}

function replaced(body: string | Uint8Array, fault: Fault): string | Uint8Array {
  return typeof body === 'string' ? body.replaceAll(fault.find ?? '', fault.with ?? '') : body
}

/** Each answer begins with another one of the texts. */
function inOtherWords(body: string | Uint8Array, { texts = [] }: Fault): string | Uint8Array {
  if (typeof body !== 'string' || !/^[{[]/.test(body)) return body
  return reworded(body, texts, body.length)
}
