import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Options {
  readonly dir: string
  /** A file that would grow beyond this is moved aside first. */
  readonly maxBytes: number
  /** How many files there are at most, the current one included. */
  readonly files: number
}

/**
 * Appends lines to `tsuzuki.log`, moving full files to `tsuzuki.1.log`, `tsuzuki.2.log`, …
 * Throws what the disk throws.
 */
export function createRotatingFile({ dir, maxBytes, files }: Options) {
  const nameOf = (n: number) => join(dir, n === 0 ? 'tsuzuki.log' : `tsuzuki.${n}.log`)
  let size: number | null = null

  function open() {
    mkdirSync(dir, { recursive: true })
    return statSync(nameOf(0), { throwIfNoEntry: false })?.size ?? 0
  }

  function rotate() {
    rmSync(nameOf(files - 1), { force: true })
    for (let n = files - 2; n >= 0; n -= 1) {
      if (statSync(nameOf(n), { throwIfNoEntry: false })) renameSync(nameOf(n), nameOf(n + 1))
    }
  }

  return {
    append(line: string) {
      const bytes = Buffer.byteLength(line) + 1
      size ??= open()
      if (size > 0 && size + bytes > maxBytes) {
        rotate()
        size = 0
      }
      appendFileSync(nameOf(0), `${line}\n`)
      size += bytes
    },
  }
}
