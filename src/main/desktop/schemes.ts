import { protocol } from 'electron'
import { ownScheme } from './page/own-origin'

type Handler = (request: Request) => Promise<Response>

/** Tells Chromium of our schemes. Only works before the app is ready. */
export function registerSchemes() {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: ownScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: 'cover', privileges: { standard: true, secure: true } },
  ])
}

/** Answers the page and its pictures. */
export function handleSchemes(handlers: { readonly page: Handler; readonly cover: Handler }) {
  protocol.handle(ownScheme, handlers.page)
  protocol.handle('cover', handlers.cover)
}
