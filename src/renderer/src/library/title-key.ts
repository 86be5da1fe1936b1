import { type MediaKind, mediaKinds, titleKey, type TitleKey } from '../../../shared/media'

/** Reads `anime:123` out of an address or a mark in the page; `null` for anything else. */
export function readTitleKey(text: unknown): TitleKey | null {
  if (typeof text !== 'string') return null
  const [kind, id] = text.split(':')
  return isKind(kind) && id && /^\d+$/.test(id) ? titleKey(kind, Number(id)) : null
}

function isKind(text: string | undefined): text is MediaKind {
  return mediaKinds.some((kind) => kind === text)
}
