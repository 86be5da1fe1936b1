import { useI18n } from 'vue-i18n'
import type { Failure } from '../../../shared/failure'

/** Failures in words: what happened, what is safe, what one can do. */
export function useFailureWords() {
  const { t, te } = useI18n()

  /** @param service its name; where it is not known, "the service" stands in. */
  function failureText(failure: Failure, service?: string): string {
    const params = { service: service ?? t('common.service') }
    const special = `failures.reasons.${failure.reason}`
    if (failure.reason !== undefined && te(special)) return t(special, params)
    return t(`failures.codes.${failure.code}`, params)
  }

  return { failureText }
}
