import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createHttpTransport } from '../../../src/main/http/request'
import type { ServiceId } from '../../../src/shared/service'
import { serveSandbox, type SandboxServer } from '../../../src/sandbox/http'
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox'
import { systemClock as clock } from '../../../src/sandbox/system-clock'
import { type Catalogue, createCatalogue } from '../../../src/sandbox/world/catalogue'
import { createDesk } from './rows/desk'
import { rows } from './rows/rows'

/** Rows ask more in a second than a service allows in a minute; its limits are proven elsewhere. */
const wide = { max: 100_000, windowMs: 60_000 }
const limits = {
  anilist: { api: wide },
  'anilist-v1': { api: wide },
  anisearch: { ratings: wide, put: wide, profile: wide },
}

/** Declares the tests of one service: each of its rows over real HTTP, against a sandbox of its own. */
export function testRows(service: ServiceId): void {
  const transport = createHttpTransport()
  const own = rows.filter((row) => row.service === service)
  let catalogue: Catalogue
  let sandbox: Sandbox
  let server: SandboxServer

  beforeAll(() => {
    catalogue = createCatalogue({ anime: 160, manga: 120, wall: clock.wall() })
  })

  beforeEach(async () => {
    sandbox = createSandbox({
      clock,
      catalogue,
      services: [service],
      limits,
      entries: { anime: 60, manga: 30 },
      behaviour: { nullSeries: false },
    })
    server = await serveSandbox(sandbox)
  })

  afterEach(() => server.close())

  describe(`${service} over real HTTP`, () => {
    test.each(own)('$proves', async (row) => {
      const { origin } = server
      const desk = await createDesk(service, { sandbox, catalogue, origin, transport })

      await row.run(desk)

      for (const asked of row.asks) expect(desk.asked).toContainEqual(asked)
    })
  })
}
