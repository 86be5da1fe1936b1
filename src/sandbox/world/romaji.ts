// prettier-ignore
const plain: Readonly<Record<string, string>> = {
  あ: 'a', い: 'i', う: 'u', え: 'e', お: 'o',
  か: 'ka', き: 'ki', く: 'ku', け: 'ke', こ: 'ko',
  が: 'ga', ぎ: 'gi', ぐ: 'gu', げ: 'ge', ご: 'go',
  さ: 'sa', し: 'shi', す: 'su', せ: 'se', そ: 'so',
  ざ: 'za', じ: 'ji', ず: 'zu', ぜ: 'ze', ぞ: 'zo',
  た: 'ta', ち: 'chi', つ: 'tsu', て: 'te', と: 'to',
  だ: 'da', ぢ: 'ji', づ: 'zu', で: 'de', ど: 'do',
  な: 'na', に: 'ni', ぬ: 'nu', ね: 'ne', の: 'no',
  は: 'ha', ひ: 'hi', ふ: 'fu', へ: 'he', ほ: 'ho',
  ば: 'ba', び: 'bi', ぶ: 'bu', べ: 'be', ぼ: 'bo',
  ぱ: 'pa', ぴ: 'pi', ぷ: 'pu', ぺ: 'pe', ぽ: 'po',
  ま: 'ma', み: 'mi', む: 'mu', め: 'me', も: 'mo',
  や: 'ya', ゆ: 'yu', よ: 'yo', わ: 'wa', を: 'wo', ん: 'n',
  ら: 'ra', り: 'ri', る: 'ru', れ: 're', ろ: 'ro', ゔ: 'vu',
}

// prettier-ignore
const small: Readonly<Record<string, string>> = {
  ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o', ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ゎ: 'wa',
}

// prettier-ignore
const marks: Readonly<Record<string, string>> = {
  '・': ' ', '　': ' ', '！': '!', '？': '?', '～': '~', '〜': '~', '、': ', ', '。': '.',
  '「': '"', '」': '"', '『': '"', '』': '"', '（': '(', '）': ')', '：': ':', '＆': '&',
  '☆': '☆', '★': '★', '♪': '♪', '♡': '♡', '…': '...', '×': 'x',
}

/**
 * A Hepburn reading of a title in kana and Latin letters; null as soon as a sign has no certain
 * reading, as every kanji has not.
 */
export function romajiOf(title: string): string | null {
  let text = ''
  let doubled = false
  for (const sign of title.normalize('NFKC')) {
    const kana = toHiragana(sign)
    if (kana === 'っ') {
      doubled = true
      continue
    }
    const sound = plain[kana]
    if (sound) text += doubled ? double(sound) : sound
    else if (small[kana]) text = joined(text, small[kana])
    else if (kana === 'ー') text += /[aeiou]$/.exec(text)?.[0] ?? ''
    else if (marks[sign] !== undefined) text += marks[sign]
    else if (/^[\x20-\x7e]$/.test(sign)) text += sign
    else return null
    doubled = false
  }
  return capitalised(text.replace(/\s+/g, ' ').trim())
}

function toHiragana(sign: string): string {
  const code = sign.charCodeAt(0)
  return code >= 0x30a1 && code <= 0x30f4 ? String.fromCharCode(code - 0x60) : sign
}

/** っ before a sound: kka, ssho, but tchi. */
function double(sound: string): string {
  return (sound.startsWith('ch') ? 't' : (sound[0] ?? '')) + sound
}

/** き + ゃ = kya, し + ゃ = sha, フ + ァ = fa. */
function joined(before: string, vowel: string): string {
  if (/(sh|ch|j)i$/.test(before)) return before.slice(0, -1) + vowel.replace('y', '')
  if (vowel.startsWith('y')) return before.replace(/i$/, '') + vowel
  return before.replace(/[aeiou]$/, '') + vowel
}

function capitalised(text: string): string {
  return text.replace(
    /(^|[\s("~])([a-z])/g,
    (_, gap: string, sign: string) => gap + sign.toUpperCase(),
  )
}
