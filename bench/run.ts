import { judge } from './budgets'
import type { Bench, Report } from './figure'
import { asJson, asLine, heading } from './print'

/** Runs one bench in this process: `run.ts NAME [--json]`. The exit code is 1 when a bound is broken. */
const [name = '', format] = process.argv.slice(2)
const json = format === '--json'

if (!json) console.log(`\n${heading()}`)
const report: Report = (figure) => {
  console.log(json ? asJson(figure) : asLine(figure))
  if (judge(figure)?.kept === false) process.exitCode = 1
}
const bench = (await import(`./${name}.bench.ts`)) as Bench
await bench.run(report)
