import { idOf, kindOf, type TitleKey } from '../../../shared/media'

export type CoverSize = 'small' | 'large' | 'banner'

/** Where main hands out a picture; the page never learns the picture's own address. */
export function coverUrl(accountId: number, title: TitleKey, size: CoverSize): string {
  return `cover://${accountId}/${kindOf(title)}-${idOf(title)}/${size}`
}

/** The tone of a plate, 0–359, the same for an id for good. Neighbouring ids lie far apart. */
export const toneOfId = (id: number): number => Math.floor((id * 137.508) % 360)

export const toneOf = (title: TitleKey): number => toneOfId(idOf(title))

/** The first characters of a title: two letters, or one or two signs of Japanese. */
export function plateText(title: string): string {
  const letters = [...title.replace(/[^\p{L}\p{N}]+/gu, '')]
  return letters.slice(0, 2).join('').toLocaleUpperCase()
}
