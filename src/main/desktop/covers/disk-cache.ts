import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Options {
  readonly dir: string
  readonly maxBytes: number
  /** Unix ms. */
  readonly wall: () => number
}

interface Kept {
  readonly name: string
  readonly bytes: number
  readonly usedAt: number
}

/** After cleaning up this much of the room is left in use, so that not every write cleans up. */
const afterCleaning = 0.9

/**
 * Pictures on disk under the hash of their address, at most `maxBytes` in all; those looked at
 * longest ago go first. A disk that refuses makes pictures slower, never wrong: nothing throws.
 */
export function createDiskCache({ dir, maxBytes, wall }: Options) {
  let usedBytes: number | null = null
  let cleaning: Promise<void> | null = null
  let drafts = 0

  const pathOf = (url: string) => join(dir, createHash('sha256').update(url).digest('hex'))

  async function listKept(): Promise<Kept[]> {
    const names = await readdir(dir).catch(() => [])
    const all = names.map(async (name) => {
      const found = await stat(join(dir, name)).catch(() => null)
      return found?.isFile() ? [{ name, bytes: found.size, usedAt: found.mtimeMs }] : []
    })
    return (await Promise.all(all)).flat()
  }

  async function makeRoom() {
    const kept = await listKept()
    let bytes = kept.reduce((sum, file) => sum + file.bytes, 0)
    if (bytes > maxBytes) {
      for (const file of kept.sort((a, b) => a.usedAt - b.usedAt)) {
        if (bytes <= maxBytes * afterCleaning) break
        await rm(join(dir, file.name), { force: true }).catch(() => {})
        bytes -= file.bytes
      }
    }
    usedBytes = bytes
  }

  return {
    /** The picture's bytes, or `null`. Counts as looking at it. */
    async read(url: string): Promise<Buffer | null> {
      const bytes = await readFile(pathOf(url)).catch(() => null)
      const now = wall() / 1_000
      if (bytes) await utimes(pathOf(url), now, now).catch(() => {})
      return bytes
    },

    async write(url: string, bytes: Buffer) {
      const draft = `${pathOf(url)}.${process.pid}.${(drafts += 1)}`
      try {
        await mkdir(dir, { recursive: true })
        await writeFile(draft, bytes)
        await rename(draft, pathOf(url))
      } catch {
        await rm(draft, { force: true }).catch(() => {})
        return
      }
      usedBytes = usedBytes === null ? null : usedBytes + bytes.length
      if (usedBytes !== null && usedBytes <= maxBytes) return
      cleaning ??= makeRoom().finally(() => (cleaning = null))
      await cleaning
    },
  }
}

export type DiskCache = ReturnType<typeof createDiskCache>
