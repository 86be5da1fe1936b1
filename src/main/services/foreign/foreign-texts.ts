import { createHash } from 'node:crypto'
import { foreignPattern, withoutAddresses } from '../../../shared/community/foreign-address'
import { AppError } from '../../../shared/failure'
import type { HandlersOf } from '../../../shared/ipc'
import type { ForeignCalls } from '../../../shared/ipc/foreign'
import type { Desktop } from '../../environment'

/** Texts whose links are known at a time; far more than one sees between two starts. */
const mostTexts = 4_000
/** What nobody writes by hand; the rest of a text is left out. */
const mostSigns = 200_000

/** The parts of answers that hold what others wrote. */
const foreignKeys: ReadonlySet<string> = new Set(['text', 'about', 'description'])

export type ForeignTexts = ReturnType<typeof createForeignTexts>

/** What others wrote, on its way to the page: its addresses stay here, the page gets numbers. */
export function createForeignTexts(desktop: Pick<Desktop, 'openExternal'>) {
  const known = new Map<string, readonly string[]>()

  function prepare(text: string): string {
    const content = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const whole = text.slice(0, mostSigns)
    const prepared = withoutAddresses(whole, content, (own) => known.has(own.content))
    if (prepared.addresses.length > 0) keep(content, prepared.addresses)
    return prepared.text
  }

  function keep(content: string, addresses: readonly string[]) {
    known.delete(content)
    known.set(content, addresses)
    const [oldest] = known.keys()
    if (known.size > mostTexts && oldest !== undefined) known.delete(oldest)
  }

  const writtenAs = (content: string, number: number) => known.get(content)?.[number] ?? null

  /** The real address, always https; `null` when nobody knows it any more. */
  function addressOf(content: string, number: number): string | null {
    const written = writtenAs(content, number)
    const url = written === null ? null : URL.parse(written.replaceAll('&amp;', '&'))
    if (url?.protocol === 'http:') url.protocol = 'https:'
    return url?.href ?? null
  }

  /** An answer with all foreign texts in it prepared. */
  function handOut<T>(value: T): T {
    if (Array.isArray(value)) return value.map(handOut) as T
    if (typeof value !== 'object' || value === null) return value
    const parts = Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      typeof part === 'string' && foreignKeys.has(key) ? prepare(part) : handOut(part),
    ])
    return Object.fromEntries(parts) as T
  }

  const handlers: HandlersOf<ForeignCalls> = {
    'foreign:open': (content, number) => {
      const url = addressOf(content, number)
      if (url === null) throw new AppError({ code: 'gone', reason: 'link-forgotten' })
      return desktop.openExternal(url)
    },
    'foreign:prepare': ({ text }) => prepare(text),
    'foreign:source': ({ text }) =>
      text.replace(
        foreignPattern,
        (whole, content: string, number: string) => writtenAs(content, Number(number)) ?? whole,
      ),
  }

  return {
    handlers,
    addressOf,
    handOut,
    /** Handlers whose answers are handed out with their foreign texts prepared. */
    guard<T extends object>(guarded: T): T {
      const wrapped = Object.entries(guarded).map(
        ([name, handler]: [string, (...args: unknown[]) => unknown]) => [
          name,
          async (...args: unknown[]) => handOut(await handler(...args)),
        ],
      )
      return Object.fromEntries(wrapped) as T
    },
  }
}
