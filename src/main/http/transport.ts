export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface HttpRequest {
  readonly method: HttpMethod
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

/** Any answer at all, whatever its status. Names of headers are in lower case. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/**
 * No answer came. `not-sent`: the request cannot have reached the service (no connection, DNS,
 * TLS). `lost`: it may have. `cancelled`: nobody waits for it any more.
 */
export class TransportError extends Error {
  readonly kind: 'not-sent' | 'lost' | 'cancelled'

  constructor(kind: TransportError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransportError'
    this.kind = kind
  }
}

/** Carries one request to its service. Rejects with a `TransportError` and nothing else. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>
