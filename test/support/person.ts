/** What a person does on the pages of a service, without a browser: reads, clicks, is sent on. */

export interface Choice {
  readonly decision?: 'approve' | 'deny'
  /** As whom; the first person of the page by default. */
  readonly user?: number
}

const hiddenField = /<input type="hidden" name="([^"]*)" value="([^"]*)">/g

/** Opens the page at which a service asks, answers it, and tells where the person is sent. */
export async function decideAt(url: string, choice: Choice = {}): Promise<string> {
  const page = await fetch(url)
  const html = await page.text()
  if (page.status !== 200) throw new Error(`The page says ${page.status}: ${html}`)
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of html.matchAll(hiddenField))
    fields.append(plain(name), plain(value))
  fields.set('decision', choice.decision ?? 'approve')
  if (choice.user !== undefined) fields.set('user', String(choice.user))
  const answer = await fetch(url, { method: 'POST', body: fields, redirect: 'manual' })
  const target = answer.headers.get('location')
  return target ?? `data:${await answer.text()}`
}

/**
 * Goes where the service sends people; on our own page its script hands over what stands behind
 * the `#`. Answers what our page says in the end.
 */
export async function followTo(target: string): Promise<{ status: number; text: string }> {
  const [address = '', fragment] = target.split('#')
  const page = await fetch(address)
  if (fragment === undefined || page.status !== 200)
    return { status: page.status, text: await page.text() }
  const { origin } = new URL(address)
  const sent = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: fragment,
  })
  return { status: sent.status, text: await sent.text() }
}

/** What a page of the service shows to be copied: a pin in it, or a token in its address. */
export function copiedFrom(target: string): string {
  const shown = /<code id="code">([^<]*)<\/code>/.exec(target)?.[1]
  return shown ?? new URLSearchParams(target.split('#')[1]).get('access_token') ?? ''
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
