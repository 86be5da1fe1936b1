import { between, pick } from '../core/random'

const sentences = [
  'The first half takes its time, and that is its best quality.',
  'I had read the original before, so few turns came as a surprise.',
  'What stays is the sound: the rain, the trains, the silence after the last line.',
  'Not every joke lands, but the ones about the cat do.',
  'The animation drops in the middle and comes back for the finale.',
  'Somebody on the staff must love food, because every meal is a scene of its own.',
  'Whoever expects an answer to all questions will be disappointed.',
  'It would have worked better with two episodes less.',
  'I went in without expectations and finished it in one weekend.',
  'The rivals are written with more care than the heroes.',
  'Es gibt Serien, die man nicht erklären sollte, und das hier ist eine davon.',
  '音楽がとても良かった。',
] as const

/** Some sentences in a row. */
export function paragraph(random: () => number, least: number, most: number): string {
  return Array.from({ length: between(random, least, most) }, () => pick(random, sentences)).join(
    ' ',
  )
}

/** Paragraphs up to at least so many signs. */
export function longText(random: () => number, signs: number): string {
  let text = ''
  while (text.length < signs) text += `${text ? '\n\n' : ''}${paragraph(random, 4, 8)}`
  return text
}
