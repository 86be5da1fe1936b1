/** Prints how many lines of source and of test each part has; `main` and `shared` want one for one. */
import './lib/node-version.mjs'
import { globSync, readFileSync } from 'node:fs'
import { root } from './lib/run.mjs'

const parts = [
  {
    name: 'main and shared',
    source: ['main', 'shared'],
    test: ['unit/main', 'unit/shared', 'integration', 'campaigns'],
  },
  { name: 'preload', source: ['preload'], test: ['unit/preload'] },
  { name: 'renderer', source: ['renderer'], test: ['unit/renderer', 'e2e'] },
  { name: 'sandbox', source: ['sandbox'], test: ['unit/sandbox'] },
]

function linesIn(folders) {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,vue}`, { cwd: root }))
  return files.reduce(
    (sum, file) => sum + readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1,
    0,
  )
}

for (const { name, source, test } of parts) {
  const lines = linesIn(source.map((folder) => `src/${folder}`))
  const tests = linesIn(test.map((folder) => `test/${folder}`))
  const ratio = (tests / Math.max(lines, 1)).toFixed(2)
  console.log(
    `${name.padEnd(16)} ${`${lines}`.padStart(6)} source ${`${tests}`.padStart(6)} test  ${ratio}`,
  )
}
