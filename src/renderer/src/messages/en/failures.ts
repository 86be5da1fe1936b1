import type { FailureCode } from '../../../../shared/failure'
import { signInReasons } from './sign-in'

/** What happened, what is safe, what one can do: a new code without words does not compile. */
const codes = {
  offline: 'No connection to {service}. Your changes are saved here and will be sent later.',
  'outcome-unknown': '{service} did not answer in time. Tsuzuki looks first, then goes on.',
  'rate-limited': '{service} asks for a pause. Going on by itself.',
  outage: '{service} is down. Your changes are safe and wait.',
  blocked: '{service} does not let this app in. Your changes are kept.',
  scope: 'This sign-in at {service} does not allow that. Sign in again to renew it.',
  'signed-out': 'You are signed out at {service}. Your changes wait until you sign in again.',
  refused: '{service} refused this. Your change is kept. Change it or drop it.',
  gone: 'This no longer exists at {service}. Your change is kept. Add it again or drop it.',
  'bad-answer':
    '{service} sent an answer that cannot be read. Nothing was lost; Tsuzuki tries again.',
  conflict: 'Changed in two places. Choose which one counts.',
  storage: 'This could not be saved on your disk, so nothing was changed. Is the disk full?',
  cancelled: 'This was cancelled. Nothing was changed.',
  'invalid-input': 'This value does not fit. Nothing was changed.',
  unexpected: 'Something went wrong in Tsuzuki. Your list is safe.',
} as const satisfies Record<FailureCode, string>

/** Words for special cases of a code, by the failure's `reason`. */
const reasons = {
  ...signInReasons,
  'needs-sign-in':
    'This needs an account at {service}. Sign in first; everything else works without.',
  'no-homepage':
    'No homepage is set, so Tsuzuki does not call {service}. Set one in the settings; the sandbox works without.',
  'score-range': 'This account cannot store that score. Your change is kept. Change it or drop it.',
  'notes-too-long': '{service} takes shorter notes only. Nothing was changed.',
  'priority-range': '{service} has no such priority. Nothing was changed.',
  'repeats-range': '{service} does not count that many repeats. Nothing was changed.',
  'text-empty': 'There is no text to send.',
  'text-short': 'This text is too short for {service}. Nothing was sent.',
  'text-long': 'This text is too long for {service}. Nothing was sent.',
  'disk-full': 'Your disk is full, so nothing was changed. Free some space and try again.',
  'not-on-list': 'This title is not on the list any more.',
  'nothing-to-undo': 'There is nothing to undo.',
  newer: 'This database was made by a newer Tsuzuki and was left alone. Please update.',
  busy: 'The database is in use by another program, so nothing was changed. Try again.',
  'read-only': 'The folder of the database cannot be written to, so nothing was changed.',
  disk: 'Your disk reported an error, so nothing was changed.',
  damaged:
    'The database is damaged. Start Tsuzuki again: it sets the file aside and reads your list anew.',
  'cannot-open': 'The database cannot be opened, so nothing was changed.',
  'no-account': 'This account is not here any more.',
  'not-waiting': 'This change does not wait any more.',
  'choose-all': 'Choose for every field first.',
  'sandbox-off': 'The sandbox is off. Your changes wait here until you turn it on.',
  'no-sandbox': 'The sandbox could not be started.',
  'other-address': 'This account belongs to another address of {service}. Its changes wait here.',
  'status-not-stored': '{service} has no such status. Your change is kept. Change it or drop it.',
  status: '{service} has no such status. Nothing was changed.',
  'user-agent':
    '{service} does not accept how this app names itself. Set a homepage in the settings. Your changes are kept.',
  portal:
    'This network answers in the place of {service}: open its page in the browser first, such as the sign-in of a hotel. Your changes are saved here and will be sent later.',
  retired: '{service} has been switched off for good. Your list stays here.',
  'ability-missing': '{service} cannot do that.',
  'no-desktop': 'This works only in the window.',
  'unknown-file': 'This is no list that Tsuzuki knows. Nothing was changed.',
  'empty-file': 'This file is empty. Nothing was changed.',
  'web-page':
    'This is a page of the web rather than a list. Sites answer so when one has to sign in before downloading. Nothing was changed.',
  'damaged-file': 'This file is damaged and cannot be read. Nothing was changed.',
  'too-big': 'This file is larger than any list. It was not read.',
  'too-deep': 'This file is built so strangely that it was not read.',
  'unsafe-xml': 'This file tries to reach other files. It was not read.',
  'newer-version': 'This backup was made by a newer Tsuzuki. Please update.',
  pickle: 'This file is a program rather than a list. It was not read.',
  'not-saved': 'The file could not be saved. What was there before is still there.',
  'no-file': 'No file is open any more. Drop it again.',
  'import-starting': 'This import is already being started. It stays as it is.',
  'no-job': 'This import is not known any more.',
  'no-transfer': 'The file was replaced by another one. Drop it again.',
  'link-forgotten': 'This link is not known any more. Open the page again.',
  'nothing-to-redo': 'There is nothing to redo.',
} as const

export const failures = { codes, reasons, detail: 'Details', title: 'That did not work' } as const
