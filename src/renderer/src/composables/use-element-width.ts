import { onMounted, onScopeDispose, type Ref, ref } from 'vue'

/** The width of an element in px, now and later; of the window before it is there. */
export function useElementWidth(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const width = ref(window.innerWidth)
  const observer = new ResizeObserver(() => {
    // A view that is kept while another is shown has no width: its own is remembered.
    if (element.value?.clientWidth) width.value = element.value.clientWidth
  })
  onMounted(() => {
    if (!element.value) return
    width.value = element.value.clientWidth || width.value
    observer.observe(element.value)
  })
  onScopeDispose(() => observer.disconnect())
  return width
}
