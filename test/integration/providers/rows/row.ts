import type { ServiceId } from '../../../../src/shared/service'
import type { Desk } from './desk'

/** One request that a row must have seen: by whom it was made, how it is spelt, where it arrived. */
export interface Asked {
  /** The member of the provider that made the call: `community.user`. */
  readonly client: string
  /** As the document spells it; at AniList of today the operation: `query UserProfile`. */
  readonly call: string
  /** As the sandbox names its route. */
  readonly route: string
}

/** One line or more of docs/coverage.md, and the test that proves them. */
export interface Row {
  /** Where the row is written down. */
  readonly file: string
  readonly service: ServiceId
  /** A sentence of behaviour: the name of the test. */
  readonly proves: string
  readonly asks: readonly Asked[]
  run(desk: Desk): Promise<void>
}

/** The same behaviour at several services, each with its own words for the calls. */
export interface SharedRow {
  readonly proves: string
  readonly asks: Readonly<Partial<Record<ServiceId, readonly Spelt[]>>>
  run(desk: Desk): Promise<void>
}

/** `client`, `call`, `route`; a route that is left out is spelt like the call. */
export type Spelt = readonly [client: string, call: string, route?: string]

/** Makes a row of each service that a shared one names. */
export function rowsOf(file: string, shared: readonly SharedRow[]): readonly Row[] {
  return shared.flatMap(({ proves, asks, run }) =>
    Object.entries(asks).map(([service, spelt]) => ({
      file,
      service: service as ServiceId,
      proves,
      asks: spelt.map(([client, call, route]) => ({ client, call, route: route ?? call })),
      run,
    })),
  )
}
