/** `npm run coverage`: writes docs/coverage.md from the rows of the integration tests. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coveragePage } from '../test/support/coverage.ts'
import { rows } from '../test/integration/providers/rows/rows.ts'
import { root } from './lib/run.mjs'

writeFileSync(join(root, 'docs/coverage.md'), await coveragePage(rows))
