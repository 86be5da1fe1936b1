import { type Ref, watchEffect } from 'vue'
import type { Settings } from '../../../shared/settings'
import { useMedia } from './use-media'

/** Dresses the document as the settings say: theme, contrast, size of text, motion. */
export function useLook(settings: Readonly<Ref<Settings>>) {
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const systemContrast = useMedia('(prefers-contrast: more)')
  const systemStill = useMedia('(prefers-reduced-motion: reduce)')

  watchEffect(() => {
    const { theme, textSize, reduceMotion } = settings.value
    const dark = theme === 'dark' || (theme !== 'light' && systemDark.value)
    const root = document.documentElement
    root.classList.toggle('dark', dark)
    root.classList.toggle('light', !dark)
    root.dataset.contrast = theme === 'contrast' || systemContrast.value ? 'more' : 'usual'
    root.dataset.motion = reduceMotion || systemStill.value ? 'less' : 'usual'
    root.style.fontSize = `${(16 * textSize) / 100}px`
  })
}
