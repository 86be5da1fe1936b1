import type { Notification as Shown, NotificationConstructorOptions } from 'electron'
import type { Toast } from '../../../shared/airing'
import type { EntryRef } from '../../../shared/entry'
import type { AiringAct } from '../../environment'
import type { AiringWords } from './airing-words'
import { type ToastAct, toastActs, toastText } from './toast-words'

interface Options {
  readonly Notification: {
    new (options: NotificationConstructorOptions): Shown
    isSupported(): boolean
  }
  readonly icon: string
  readonly words: () => AiringWords
  /** Digests come once a day, whether one was away or not. */
  readonly isDaily: () => boolean
  /** Shows an entry in the window, or the list of past notifications. */
  readonly open: (what: EntryRef | 'notices') => void
  readonly act: (act: AiringAct) => void
}

/** One is let go after so many others: also closed it may lie where it can be clicked later. */
const mostKept = 50

/** Shows notifications of the system; what is clicked on them comes back as an act. */
export function createNotifications({ Notification, icon, words, isDaily, open, act }: Options) {
  // One that is collected as garbage does not answer any more.
  const kept: Shown[] = []

  function keep(shown: Shown) {
    kept.push(shown)
    if (kept.length > mostKept) kept.shift()
  }

  function run(what: ToastAct, toast: Toast) {
    if (toast.kind === 'digest') open('notices')
    else if (what === 'mute') act({ do: 'mute', ref: toast.ref })
    else if (what === 'plus' && toast.kind === 'episode') {
      act({ do: 'plus', ref: toast.ref, episode: toast.episode })
    } else open(toast.ref)
  }

  /** Where the system has no notifications, the list in the window has to do. */
  return function show(toast: Toast, failed: () => void) {
    if (!Notification.isSupported()) return
    const { title, body, buttons } = toastText(toast, words(), isDaily())
    const shown = new Notification({
      title,
      body,
      icon,
      actions: buttons.map((text) => ({ type: 'button', text })),
    })
    shown.on('click', () => run('open', toast))
    shown.on('action', ({ actionIndex }) => {
      const what = toastActs[toast.kind][actionIndex]
      if (what) run(what, toast)
    })
    shown.on('failed', failed)
    keep(shown)
    shown.show()
  }
}
