import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Product } from '../environment'

const manifest = z.object({
  productName: z.string(),
  version: z.string(),
  homepage: z.string().optional(),
  contact: z.string().optional(),
})

/** Name, version, homepage and contact, which stand once: in the package.json of `rootDir`. */
export function readProduct(rootDir: string): Product {
  const text = readFileSync(join(rootDir, 'package.json'), 'utf8')
  const { productName, version, homepage, contact } = manifest.parse(JSON.parse(text))
  return { name: productName, version, homepage: homepage ?? null, contact: contact ?? null }
}
