import { useI18n } from 'vue-i18n'

const isMac = navigator.userAgent.includes('Mac')

/** Keys as they stand on the keyboard. */
export function useKeyWords() {
  const { t, te } = useI18n()

  function partName(part: string): string {
    if (part === 'Mod' && isMac) return '⌘'
    const name = `keys.names.${part}`
    return /^\w{2,}$/.test(part) && te(name) ? t(name) : part.toUpperCase()
  }

  /** One or two strokes, each with all that is held: `[['Ctrl', 'K']]`, `[['G'], ['W']]`. */
  function strokesOf(key: string): readonly (readonly string[])[] {
    return key.split(' ').map((stroke) => stroke.split(/(?<=.)\+(?=.)/).map(partName))
  }

  return {
    strokesOf,
    /** A key in one line, such as `Ctrl+K` or `G W`. */
    keyText: (key: string) =>
      strokesOf(key)
        .map((stroke) => stroke.join('+'))
        .join(' '),
  }
}
