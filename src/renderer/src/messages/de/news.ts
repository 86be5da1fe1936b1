import type { news as en } from '../en/news'
import type { Words } from '../words'

export const news: Words<typeof en> = {
  intro: 'Was der Dienst dir sagt. Wer diese Seite öffnet, hat dort alles gelesen.',
  none: 'Es gibt nichts Neues.',
  look: 'Ansehen',
  types: {
    airing: 'hat Folge {episode} ausgestrahlt.',
    following: 'folgt dir jetzt.',
    message: 'hat dir eine Nachricht geschickt.',
    'activity-mention': 'hat dich in einer Aktivität erwähnt.',
    'activity-reply': 'hat auf deine Aktivität geantwortet.',
    'activity-reply-subscribed': 'hat auf eine Aktivität geantwortet, der du folgst.',
    'activity-like': 'mag deine Aktivität.',
    'activity-reply-like': 'mag deine Antwort.',
    'comment-mention': 'hat dich im Forum erwähnt:',
    'comment-reply': 'hat auf deinen Kommentar geantwortet in',
    'comment-subscribed': 'hat kommentiert in',
    'comment-like': 'mag deinen Kommentar in',
    'thread-like': 'mag dein Thema',
    'media-added': 'wurde auf der Seite angelegt.',
    'media-changed': 'wurde auf der Seite geändert.',
    'media-merged': 'ging in einem anderen Titel auf. Deine Liste wurde neu gelesen.',
    'media-deleted': 'wurde von der Seite entfernt. Deine Liste wurde neu gelesen.',
    'media-submission': 'Dein Vorschlag für einen Titel wurde angesehen.',
    'staff-submission': 'Dein Vorschlag für Mitwirkende wurde angesehen.',
    'character-submission': 'Dein Vorschlag für eine Figur wurde angesehen.',
    unknown: 'Etwas, das Tsuzuki nicht kennt.',
  },
}
