/** One line of the palette. */
export interface PaletteItem {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly icon: string
  /** A key as a binding names it. */
  readonly key: string | null
  readonly run: () => void
}

export interface PaletteGroup {
  readonly name: string
  readonly items: readonly PaletteItem[]
}
