/** The colours of the page as a canvas can take them. */
export interface ChartColors {
  readonly accent: string
  readonly text: string
  readonly second: string
  readonly third: string
  readonly line: string
  readonly raised: string
  /** Four tones from nearly nothing to the accent. */
  readonly tones: readonly string[]
}

const names = ['accent', 'text', 'text-second', 'text-third', 'line', 'raised', 'ground'] as const

/** Reads the tokens of the theme that is worn at the moment, as plain `rgba()`. */
export function readColors(root: HTMLElement): ChartColors {
  const style = getComputedStyle(root)
  const toRgb = createReader()
  const read = Object.fromEntries(
    names.map((name) => [name, toRgb(style.getPropertyValue(`--${name}`).trim())]),
  ) as Record<(typeof names)[number], Rgb>
  return {
    accent: css(read.accent),
    text: css(read.text),
    second: css(read['text-second']),
    third: css(read['text-third']),
    line: css(read.line),
    raised: css(read.raised),
    tones: [0.22, 0.45, 0.7, 1].map((part) => css(mixed(read.ground, read.accent, part))),
  }
}

type Rgb = readonly [red: number, green: number, blue: number, alpha: number]

/** A canvas understands every colour that the page does, and shows it as numbers. */
function createReader(): (color: string) => Rgb {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (color) => {
    if (!context) return [128, 128, 128, 1]
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
}

function mixed(from: Rgb, to: Rgb, part: number): Rgb {
  const at = (place: 0 | 1 | 2) => Math.round(from[place] + (to[place] - from[place]) * part)
  return [at(0), at(1), at(2), 1]
}

function css([red, green, blue, alpha]: Rgb): string {
  return `rgba(${red}, ${green}, ${blue}, ${Math.round(alpha * 1000) / 1000})`
}
