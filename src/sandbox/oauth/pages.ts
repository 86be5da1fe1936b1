import { escapeHtml, html } from '../core/reply'
import type { SandboxReply } from '../core/wire'
import type { SandboxUser } from '../world/user'
import type { Client } from './clients'

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 12vh auto; padding: 0 1rem }
  button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem }
  code { display: block; padding: 1rem; background: #8882; word-break: break-all; user-select: all }
  label { display: block }
`

function page(title: string, body: string): SandboxReply {
  return html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<style>${style}</style><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`,
  )
}

export interface AuthorizePage {
  service: string
  client: Client
  users: readonly SandboxUser[]
  scopes: readonly string[]
  /** Everything the client asked with; it comes back with the decision. */
  query: URLSearchParams
}

/** Asks a person whether the client may, and as whom. */
export function authorizePage({
  service,
  client,
  users,
  scopes,
  query,
}: AuthorizePage): SandboxReply {
  const hidden = [...query].map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const people = users.map(
    ({ id, name }, at) =>
      `<label><input type="radio" name="user" value="${id}"${at === 0 ? ' checked' : ''}> ` +
      `${escapeHtml(name)}</label>`,
  )
  const asked = scopes.length > 0 ? `<p>It asks for: ${escapeHtml(scopes.join(', '))}</p>` : ''
  return page(
    `${service} (sandbox)`,
    `<p><strong>${escapeHtml(client.name)}</strong> would like to use your account.</p>${asked}` +
      `<form method="post">${hidden.join('')}<fieldset><legend>Signed in as</legend>` +
      `${people.join('')}</fieldset><p>` +
      '<button name="decision" value="approve">Authorize</button>' +
      '<button name="decision" value="deny">Deny</button></p></form>',
  )
}

/** Shows a code to be copied. */
export function codePage(service: string, code: string): SandboxReply {
  return page(
    `${service} (sandbox)`,
    `<p>Copy this into the program:</p><code id="code">${escapeHtml(code)}</code>`,
  )
}

/** Shows what stands in the address: a code, or after the `#` a token, which no server sees. */
export function pinPage(service: string): SandboxReply {
  const read =
    "const all = new URLSearchParams(location.search.slice(1) + '&' + location.hash.slice(1));" +
    "document.getElementById('code').textContent = all.get('access_token') ?? all.get('code') ?? ''"
  return page(
    `${service} (sandbox)`,
    `<p>Copy this into the program:</p><code id="code"></code><script>${read}</script>`,
  )
}

export function problemPage(text: string, status: number): SandboxReply {
  return { ...page('That did not work', `<p>${escapeHtml(text)}</p>`), status }
}
