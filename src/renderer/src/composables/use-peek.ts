import { inject, type InjectionKey, provide, type ShallowRef, shallowRef } from 'vue'
import type { StaffWork } from '../../../shared/community/people'
import type { TitleKey } from '../../../shared/media'

/** What is looked at in passing, without leaving the page. */
export type Peek =
  | { readonly of: 'series'; readonly title: TitleKey; readonly name: string }
  | { readonly of: 'character' | 'studio'; readonly id: number; readonly name: string }
  | { readonly of: 'staff'; readonly id: number; readonly work: StaffWork; readonly name: string }

const key: InjectionKey<ShallowRef<Peek | null>> = Symbol('peek')

/** Lets everything below look at something in passing. */
export function providePeek(): ShallowRef<Peek | null> {
  const peek = shallowRef<Peek | null>(null)
  provide(key, peek)
  return peek
}

/** Shows something in passing; does nothing where no view offers it. */
export function usePeek(): (peek: Peek) => void {
  const target = inject(key, null)
  return (peek) => {
    if (target) target.value = peek
  }
}
