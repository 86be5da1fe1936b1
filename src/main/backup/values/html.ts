const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    eacute: 'é',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    szlig: 'ß',
  }),
)

/** Turns the HTML that MyAnimeList puts into comments back into what was typed. */
export function textOfHtml(html: string): string {
  return html.replace(/<br\s*\/?>(?:\r?\n)?/gi, '\n').replace(/&(#x?[0-9a-f]+|\w+);/gi, character)
}

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) return named.get(name) ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
