import { afterEach, expect, test, vi } from 'vitest'
import { chooseFile } from '../../../src/renderer/src/choose-file'

afterEach(() => vi.restoreAllMocks())

/** The dialog of the system is no code of ours: it answers as it would. */
function dialogGives(file: File | null) {
  const asked: string[] = []
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    asked.push(this.type)
    if (file) Object.defineProperty(this, 'files', { value: [file] })
    this.dispatchEvent(new Event(file ? 'change' : 'cancel'))
  })
  return asked
}

test('gives the file that was chosen', async () => {
  const file = new File(['x'], 'list.xml')
  const asked = dialogGives(file)

  expect(await chooseFile()).toBe(file)
  expect(asked).toEqual(['file'])
})

test('gives nothing when the user thought better of it', async () => {
  dialogGives(null)

  expect(await chooseFile()).toBeNull()
})
