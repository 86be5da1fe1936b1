import type { accounts as en } from '../en/accounts'
import type { Words } from '../words'

export const accounts: Words<typeof en> = {
  title: 'Konten',
  intro: 'Jedes Konto ist eine eigene Liste mit eigener Warteschlange.',
  none: 'Noch kein Konto.',
  open: 'Diese Liste zeigen',
  shown: 'Wird gezeigt',
  syncedAt: 'Zuletzt gelesen {time}',
  neverSynced: 'Noch nicht gelesen',
  signedOut: 'Abgemeldet. Änderungen warten, bis du dich wieder anmeldest.',
  signInEnds: 'Die Anmeldung endet am {date}',
  signInRenews:
    'Die Anmeldung verlängert sich, solange Tsuzuki benutzt wird, sonst endet sie am {date}',
  readNow: 'Liste jetzt lesen',
  readWhole: 'Die ganze Liste neu lesen',
  remove: 'Entfernen',
  removeTitle: 'Das Konto {name} entfernen?',
  removeText:
    'Liste, Warteschlange und Verlauf werden auf diesem Rechner gelöscht. Bei {service} ändert sich nichts. Was noch wartet, wird vorher in einer Datei gesichert.',
  savedTo: 'Die wartenden Änderungen liegen in {path}',
  try: 'Ohne Konto ausprobieren',
  tryText:
    'Ein in Tsuzuki eingebauter Dienst mit einer Liste echter Titel. Nichts verlässt diesen Rechner.',
  tryService: 'Als {service} ausprobieren',
  sessionOnly: 'Diese Anmeldung gilt, bis du Tsuzuki schließt',
  signInAgain: 'Neu anmelden',
  signOut: 'Abmelden',
  signOutTitle: '{name} abmelden?',
  signOutText:
    'Deine Liste bleibt hier, und Änderungen warten, bis du dich wieder anmeldest. {service} erfährt, dass diese Anmeldung endet, soweit es zuhört.',
  network: 'Sandkasten',
  networkText: 'Nimm den eingebauten Dienst vom Netz und sieh, wie deine Änderungen warten.',
  online: 'Der Sandkasten antwortet',
  missing: '{n} Titel fehlt in der Antwort. | {n} Titel fehlen in der Antwort.',
  missingText:
    'Das ist mehr als sonst. Deine Liste blieb, wie sie war. Übernehmen, oder behalten, was hier ist?',
  apply: 'Übernehmen',
  keep: 'Meine Liste behalten',
  lists: 'Eigene Listen',
  listsOf: 'Eigene Listen für {kind}',
  listKind: 'Art der Liste',
  listName: 'Name einer neuen Liste',
  addList: 'Liste anlegen',
  removeList: 'Die Liste {name} entfernen',
  removeListTitle: 'Die Liste {name} entfernen?',
  removeListText: 'Sie verschwindet beim Dienst sofort. Was darauf steht, bleibt auf deiner Liste.',
}
