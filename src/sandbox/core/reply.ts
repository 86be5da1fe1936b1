import type { SandboxReply } from './wire'

type Headers = Record<string, string>

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Headers = {}): SandboxReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

/** A page for a browser. */
export function html(body: string, status = 200, headers: Headers = {}): SandboxReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

/** A success without a body. */
export function empty(status = 200): SandboxReply {
  return { status, headers: { 'content-length': '0' }, body: '' }
}

export function redirect(location: string): SandboxReply {
  return { status: 302, headers: { location }, body: '' }
}

/** Text made safe to stand in an HTML page or attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
