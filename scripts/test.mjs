/**
 * `npm test`: runs the stages one after another, stops at the first that fails, and ends with one line
 * that counts the tests. Names of stages as arguments run only those.
 */
import './lib/node-version.mjs'
import { add, closingLine, noTests } from './lib/counts.mjs'
import { stages } from './lib/stages.mjs'

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(stages)
const unknown = chosen.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(
    `No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`,
  )
  process.exit(2)
}

let total = noTests
for (const name of chosen) {
  console.log(`\n── ${name} ──`)
  const started = performance.now()
  const { code, counts } = await stages[name]()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  total = add(total, counts)
  if (code !== 0) {
    console.log(`\n${name} failed after ${seconds} s`)
    // A stage that is no test, or that broke before it could count, has failed all the same.
    if (counts.failed === 0) total = add(total, { ...noTests, failed: 1 })
    process.exitCode = 1
    break
  }
  console.log(`${name} is fine (${seconds} s)`)
}
console.log(closingLine(total))
