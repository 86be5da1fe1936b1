import { idOf, kindOf, type TitleKey } from '../../../shared/media'

/** Addresses of pages in the window. */
export const pathOfTitle = (title: TitleKey) => `/series/${kindOf(title)}/${idOf(title)}`
export const pathOfCharacter = (id: number) => `/character/${id}`
export const pathOfStaff = (id: number) => `/staff/${id}`
export const pathOfStudio = (id: number) => `/studio/${id}`
export const pathOfUser = (id: number) => `/user/${id}`
