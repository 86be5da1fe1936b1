/** What the user chose about episodes that come out. Times of day are minutes after midnight. */
export interface AiringSettings {
  /** Notifications at all. */
  readonly notifyAiring: boolean
  /** Of a planned title: its first episode. */
  readonly notifyPremieres: boolean
  /** A sequel of something completed was announced. */
  readonly notifySequels: boolean
  /** Only of titles whose every earlier episode has been seen. */
  readonly notifyUpToDate: boolean
  /** How long after the broadcast, in minutes, 0–10,080: streaming comes later. */
  readonly notifyDelay: number
  readonly quietHours: boolean
  readonly quietFrom: number
  readonly quietTo: number
  /** Everything of a day in one notification. */
  readonly dailyDigest: boolean
  readonly dailyDigestAt: number
  /** Closing the window leaves the program in the tray. */
  readonly closeToTray: boolean
  readonly startAtLogin: boolean
  /** A start at login opens no window. */
  readonly startHidden: boolean
}

export const defaultAiringSettings: AiringSettings = {
  notifyAiring: true,
  notifyPremieres: true,
  notifySequels: true,
  notifyUpToDate: false,
  notifyDelay: 0,
  quietHours: false,
  quietFrom: 23 * 60,
  quietTo: 8 * 60,
  dailyDigest: false,
  dailyDigestAt: 18 * 60,
  closeToTray: false,
  startAtLogin: false,
  startHidden: true,
}
