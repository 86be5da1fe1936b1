import type { LoopbackPage } from '../../http/loopback'
import type { PageWords } from './page-words'

const style = `
:root { color-scheme: light dark; --ground: #fbfaf8; --ink: #22252b; --second: #5d626b; --seal: #b93a22 }
@media (prefers-color-scheme: dark) { :root { --ground: #14161b; --ink: #efece6; --second: #a9adb5; --seal: #ee7255 } }
body { margin: 18vh auto 0; max-width: 30rem; padding: 0 1.5rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif }
h1 { margin: 0 0 .5rem; border-top: 4px solid var(--seal); padding-top: 1rem; font-size: 1.5rem; line-height: 1.2 }
p { margin: 0; color: var(--second) }
`

/** Hands over what stands behind the `#`, which no server sees, and takes it out of the history. */
const script = `
const show = (id) => { for (const each of document.querySelectorAll('section')) each.hidden = each.id !== id }
const sent = location.href.split('#')[1] ?? ''
history.replaceState(null, '', location.pathname)
if (sent === '') show('nothing')
else fetch(location.pathname, {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: sent,
}).then((answer) => show(answer.ok ? 'done' : 'failed'), () => show('failed'))
`

type Part = 'wait' | 'done' | 'failed' | 'nothing'

/** The pages a browser sees when it comes back. `nonce` must be new for each page. */
export function createPages(words: PageWords) {
  function section(part: Part, shown: Part): string {
    const more = part === 'wait' ? '' : `<p>${escaped(words[`${part}More`])}</p>`
    const hidden = part === shown ? '' : ' hidden'
    return `<section id="${part}" role="status"${hidden}><h1>${escaped(words[part])}</h1>${more}</section>`
  }

  function page(shown: Part, status: number, nonce: string): LoopbackPage {
    const parts: readonly Part[] =
      shown === 'wait' ? ['wait', 'done', 'failed', 'nothing'] : [shown]
    const code =
      shown === 'wait'
        ? `<noscript><p>${escaped(words.noScript)}</p></noscript><script nonce="${nonce}">${script}</script>`
        : ''
    return {
      status,
      policy:
        `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
        `connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      html:
        `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title>` +
        `<style nonce="${nonce}">${style}</style></head><body>` +
        `${parts.map((part) => section(part, shown)).join('')}${code}</body></html>`,
    }
  }

  return {
    /** Fetches what stands behind the `#` and shows what became of it. */
    forward: (nonce: string) => page('wait', 200, nonce),
    done: (nonce: string) => page('done', 200, nonce),
    failed: (nonce: string) => page('failed', 400, nonce),
    nothing: (nonce: string) => page('nothing', 404, nonce),
  }
}

export type Pages = ReturnType<typeof createPages>

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
