import { computed, nextTick, shallowRef, watch } from 'vue'
import type { ChartLook } from '../statistics/chart-look'
import { readColors } from '../statistics/colors'
import { useSettingsStore } from '../stores/settings'
import { useMedia } from './use-media'

/** How charts are drawn in the theme, the size of text and the motion of the window, now and later. */
export function useChartLook() {
  const settings = useSettingsStore()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const contrast = useMedia('(prefers-contrast: more)')
  const root = document.documentElement
  const colors = shallowRef(readColors(root))

  // The tokens have changed once the document is dressed anew.
  watch(
    () => [settings.settings.theme, dark.value, contrast.value],
    async () => {
      await nextTick()
      colors.value = readColors(root)
    },
  )

  return computed<ChartLook>(() => ({
    colors: colors.value,
    fontSize: (12 * settings.settings.textSize) / 100,
    fontFamily: getComputedStyle(document.body).fontFamily,
    motion: root.dataset.motion === 'less' ? 0 : 120,
  }))
}
