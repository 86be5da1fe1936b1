import { type Report, spread } from '../figure'
import { keystrokes } from './keystrokes'
import type { OpenedLibrary } from './opened-library'

interface Typed {
  readonly work: number
  readonly painted: number
}

/** `filter.work` and `filter.painted`, beside an input that changes nothing. */
export async function measureFilter({ n, meter }: OpenedLibrary, report: Report): Promise<void> {
  const changing: Typed[] = []
  const idle: Typed[] = []
  for (const text of [...keystrokes()].slice(0, 10)) await type(text)
  await type('')
  for (const text of keystrokes()) {
    changing.push(await type(text))
    idle.push(await type(text))
  }
  const work = spread(changing.map((typed) => typed.work))
  const painted = spread(changing.map((typed) => typed.painted))
  const nothing = spread(idle.map((typed) => typed.painted))
  report({ figure: 'filter.work', n, unit: 'ms', ...work })
  report({ figure: 'filter.painted', n, unit: 'ms', ...painted, ratio: painted.p95 / nothing.p95 })
  report({ figure: 'filter.nothing', n, unit: 'ms', ...nothing })

  function type(text: string) {
    return meter<Typed>(`type(${JSON.stringify(text)})`)
  }
}
