import type { Page } from '@playwright/test'

/** Drops a file on the window as a file manager would. */
export async function dropFile(page: Page, name: string, bytes: Buffer) {
  await page.evaluate(
    ({ base64, as }) => {
      const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([data], as))
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('drop', init))
    },
    { base64: bytes.toString('base64'), as: name },
  )
}
