/**
 * Puts a text on the clipboard; gives whether that worked. It goes the old way, through a selection:
 * the new one needs a permission, and this window is granted none.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
