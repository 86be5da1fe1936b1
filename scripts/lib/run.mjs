import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const bin = join(root, 'node_modules', '.bin')
const separator = process.platform === 'win32' ? ';' : ':'

/** Runs a program of the project's own packages with our output; gives its exit code. */
export function run(command, args, environment = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${bin}${separator}${process.env.PATH ?? ''}`,
        ...environment,
      },
    })
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)))
  })
}
