import { onBeforeUnmount, onMounted } from 'vue'

/** Takes a file that is dropped anywhere on the window. */
export function useFileDrop(take: (file: File) => void) {
  function over(event: DragEvent) {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }

  function drop(event: DragEvent) {
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    take(file)
  }

  onMounted(() => {
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', drop)
  })
}
