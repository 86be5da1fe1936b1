import type * as Electron from 'electron'
import { createEvent, loudClass, loudEmitter } from '../loud.ts'
import type { StandIn } from './recorded.ts'

const EVENTS = ['show', 'click', 'close', 'reply', 'action', 'failed']

/** Notifications are kept where tests find them; `emit('click')` or `emit('action')` is the user. */
export function createNotificationClass(standIn: StandIn) {
  function create(options: Electron.NotificationConstructorOptions = {}): Electron.Notification {
    const notification: Electron.Notification = loudEmitter<Electron.Notification>(
      'Notification',
      EVENTS,
      {
        title: options.title ?? '',
        subtitle: options.subtitle ?? '',
        body: options.body ?? '',
        silent: options.silent ?? false,
        hasReply: options.hasReply ?? false,
        replyPlaceholder: options.replyPlaceholder ?? '',
        urgency: options.urgency ?? 'normal',
        timeoutType: options.timeoutType ?? 'default',
        sound: options.sound ?? '',
        actions: options.actions ?? [],
        closeButtonText: options.closeButtonText ?? '',
        toastXml: options.toastXml ?? '',
        show() {
          standIn.notifications.push(notification)
          notification.emit('show', createEvent())
        },
        close: () => void notification.emit('close', createEvent()),
      },
    )
    return notification
  }

  return loudClass<typeof Electron.Notification>('Notification', create, {
    isSupported: () => true,
  })
}
