import { useI18n } from 'vue-i18n'
import { delayChoices, delayName } from '../airing/delays'

/** How long after the broadcast one is notified, in words. */
export function useDelayWords() {
  const { t } = useI18n()

  return {
    delays: delayChoices,
    /** @param minutes after the broadcast */
    delayText(minutes: number): string {
      const { key, n } = delayName(minutes)
      return t(key, { n }, n)
    },
  }
}
