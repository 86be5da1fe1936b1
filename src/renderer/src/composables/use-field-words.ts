import { useI18n } from 'vue-i18n'
import type { AccountOptions } from '../../../shared/account'
import type { EntryField, EntryFields } from '../../../shared/entry'
import { dateParts } from '../../../shared/fuzzy-date'
import type { MediaKind } from '../../../shared/media'
import { formatScore } from '../../../shared/score-text'
import type { Status } from '../../../shared/status'

type ScoreLook = Pick<AccountOptions, 'scoreFormat' | 'scoreTable'>
const plainLook: ScoreLook = { scoreFormat: 'point-100', scoreTable: 'anilist' }

/** Names of fields and their values in words. */
export function useFieldWords() {
  const { t, tm, rt, locale } = useI18n()

  function statusName(status: Status, kind: MediaKind): string {
    return t(`status.${kind}.${status}`)
  }

  function fieldName(field: EntryField, kind: MediaKind): string {
    if (field === 'progress') return t(kind === 'anime' ? 'entry.episodes' : 'entry.chapters')
    if (field === 'repeats') return t(kind === 'anime' ? 'entry.rewatches' : 'entry.rereads')
    return t(`entry.fields.${field}`)
  }

  function score(raw: number | null, look: ScoreLook | null): string {
    const { scoreFormat, scoreTable } = look ?? plainLook
    return formatScore(raw, scoreFormat, scoreTable, locale.value)
  }

  /** A date of which parts may be missing, as long as it is known: `July 2017`. */
  function date(value: number | null): string {
    const { year, month, day } = dateParts(value)
    if (year === null) return '–'
    const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
    return new Intl.DateTimeFormat(locale.value, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month === null ? {} : { month: 'short' }),
      ...(month === null || day === null ? {} : { day: 'numeric' }),
    }).format(at)
  }

  function nameAt(list: 'entry.priorities' | 'entry.desires', index: number): string {
    const names: readonly string[] = tm(list)
    const name = names[index]
    return name === undefined ? String(index) : rt(name)
  }

  const formats: {
    readonly [F in EntryField]: (
      value: EntryFields[F],
      kind: MediaKind,
      look: ScoreLook | null,
    ) => string
  } = {
    status: statusName,
    score: (value, _kind, look) => score(value, look),
    progress: String,
    progressVolumes: String,
    repeats: String,
    startedAt: date,
    completedAt: date,
    notes: (value) => value.replaceAll('\n', ' ') || '–',
    private: yesOrNo,
    hidden: yesOrNo,
    customLists: (value) => value.join(', ') || '–',
    advancedScores: (value) =>
      Object.entries(value)
        .filter(([, raw]) => raw > 0)
        .map(([name, raw]) => `${name} ${raw}`)
        .join(', ') || '–',
    priority: (value) => nameAt('entry.priorities', value),
    personalScore: (value, _kind, look) => score(value, look),
    repeatDesire: (value) => nameAt('entry.desires', value),
  }

  function yesOrNo(value: boolean): string {
    return t(value ? 'common.yes' : 'common.no')
  }

  /** A value of a field in words; `undefined` and `null` where there is none. */
  function valueText<F extends EntryField>(
    field: F,
    value: EntryFields[F] | null | undefined,
    kind: MediaKind,
    look: ScoreLook | null,
  ): string {
    return value === undefined || value === null ? '–' : formats[field](value, kind, look)
  }

  return { statusName, fieldName, valueText, score, date, nameAt }
}

export type FieldWords = ReturnType<typeof useFieldWords>
