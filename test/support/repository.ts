import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Where the repository begins. */
export const repositoryRoot = resolve(import.meta.dirname, '../..')

/** Paths of all files that are, or would be, committed; relative, with forward slashes. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(resolve(repositoryRoot, path)))
}

export function readRepositoryFile(path: string): string {
  return readFileSync(resolve(repositoryRoot, path), 'utf8')
}

/** Lines of a text file as an editor counts them. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.trimEnd().split('\n').length
}
