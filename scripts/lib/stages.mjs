import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest, noTests, readCounts } from './counts.mjs'
import { root, run } from './run.mjs'

const reports = '.cache/reports'

function vitest(name, projects) {
  const report = `${reports}/${name}.json`
  return counted(report, countVitest, () =>
    run('vitest', [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]),
  )
}

function playwright() {
  const report = `${reports}/e2e.json`
  return counted(report, countPlaywright, () =>
    run('playwright', ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, report),
    }),
  )
}

/** A run whose tests can be counted from the report that it leaves. */
function counted(report, count, start) {
  return async () => {
    mkdirSync(join(root, reports), { recursive: true })
    rmSync(join(root, report), { force: true })
    const code = await start()
    return { code, counts: readCounts(join(root, report), count) }
  }
}

function plain(command, args) {
  return async () => ({ code: await run(command, args), counts: noTests })
}

/** Everything that `npm test` looks at, in its order. */
export const stages = {
  format: plain('prettier', ['--check', '--log-level', 'warn', '.']),
  lint: plain('eslint', [
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    '.cache/eslint/',
  ]),
  borders: plain('depcruise', ['src']),
  types: plain('vue-tsc', ['-b']),
  unit: vitest('unit', ['unit', 'renderer']),
  integration: vitest('integration', ['integration']),
  build: plain('electron-vite', ['build', '--logLevel', 'warn']),
  e2e: playwright(),
}
