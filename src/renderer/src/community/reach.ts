import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** Calls `near` whenever the element comes within a screenful of being seen. */
export function useReach(element: Readonly<Ref<Element | null>>, near: () => void) {
  let observer: IntersectionObserver | undefined
  onMounted(() => {
    observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) near()
      },
      { rootMargin: '600px' },
    )
    if (element.value) observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
}
