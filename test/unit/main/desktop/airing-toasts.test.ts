import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { airingWordsIn } from '../../../../src/main/desktop/airing/airing-words'
import { createNotifications } from '../../../../src/main/desktop/airing/notifications'
import { toastText } from '../../../../src/main/desktop/airing/toast-words'
import type { Toast } from '../../../../src/shared/airing'

const ref = { accountId: 1, title: 'anime:7' } as const
const en = airingWordsIn('en', '')
const de = airingWordsIn('de', '')

describe('a notification', () => {
  const episode: Toast = { kind: 'episode', ref, name: 'Mushishi', episode: 3 }
  const line = (name: string, ...episodes: number[]) =>
    ({ kind: 'episode', name, episodes }) as const

  test('of an episode names it, and has three buttons', () => {
    expect(toastText(episode, en)).toEqual({
      title: 'Mushishi 3 is out',
      body: '',
      buttons: ['+1', 'Open', 'Mute'],
    })
    expect(toastText({ ...episode, episode: 1 }, de)).toMatchObject({
      title: 'Mushishi 1 ist da',
      body: 'Mushishi beginnt',
    })
  })

  test('of a sequel says why', () => {
    expect(toastText({ kind: 'sequel', ref, name: 'Mushishi 2' }, en)).toEqual({
      title: 'Mushishi 2 was announced',
      body: 'It goes on from something that you finished.',
      buttons: ['Open', 'Mute'],
    })
  })

  test('of many counts them and lists the first', () => {
    const lines = [
      line('A', 3, 4, 5, 8),
      line('B', 1),
      ...['C', 'D', 'E', 'F'].map((n) => line(n, 2)),
    ]

    expect(toastText({ kind: 'digest', lines }, en)).toEqual({
      title: 'While you were away: 9 episodes of 6 titles',
      body: 'A 3–5, 8\nB 1\nC 2\nD 2\nE 2\nand 1 more',
      buttons: [],
    })
    const sequel = { kind: 'sequel', name: 'S', episodes: [] } as const
    expect(toastText({ kind: 'digest', lines: [sequel] }, de).title).toBe('S ist angekündigt')
  })

  test('of a day does not say that one was away', () => {
    const digest = { kind: 'digest', lines: [line('A', 3), line('B', 1)] } as const

    expect(toastText(digest, en, true).title).toBe('Today: 2 episodes of 2 titles')
    expect(toastText(digest, de, true).title).toBe('Heute: 2 Folgen von 2 Titeln')
  })

  function given(isSupported = true) {
    const shown: FakeNotification[] = []
    const heard: unknown[] = []
    const failed = () => void heard.push('failed')
    class FakeNotification extends EventEmitter {
      static isSupported = () => isSupported
      constructor(readonly options: NotificationConstructorOptions) {
        super()
      }
      show = () => void shown.push(this)
    }
    const show = createNotifications({
      Notification: FakeNotification as never,
      icon: '/icon.png',
      words: () => en,
      isDaily: () => false,
      open: (what) => void heard.push(['open', what]),
      act: (act) => void heard.push(act),
    })
    return { show: (toast: Toast) => show(toast, failed), shown, heard }
  }

  test('does what is clicked on it', () => {
    const { show, shown, heard } = given()
    show(episode)
    for (const actionIndex of [0, 1, 2, 3]) shown[0]?.emit('action', { actionIndex })
    shown[0]?.emit('click')
    show({ kind: 'digest', lines: [line('A', 1, 2)] })
    shown[1]?.emit('click')

    expect(shown[0]?.options.actions?.map(({ text }) => text)).toEqual(['+1', 'Open', 'Mute'])
    expect(heard).toEqual([
      { do: 'plus', ref, episode: 3 },
      ['open', ref],
      { do: 'mute', ref },
      ['open', ref],
      ['open', 'notices'],
    ])
  })

  test('still answers when it was closed: systems keep it where it can be clicked later', () => {
    const { show, shown, heard } = given()
    show(episode)
    shown[0]?.emit('close')
    shown[0]?.emit('click')

    expect(heard).toEqual([['open', ref]])
  })

  test('that the system could not show says so', () => {
    const { show, shown, heard } = given()
    show(episode)
    shown[0]?.emit('failed', {}, 'no')

    expect(heard).toEqual(['failed'])
  })

  test('is not tried where the system has none', () => {
    const { show, shown } = given(false)
    show(episode)

    expect(shown).toEqual([])
  })
})
