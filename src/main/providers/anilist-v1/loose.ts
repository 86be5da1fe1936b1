import { z } from 'zod'

// v1 was written in PHP: flags come as 0, 1, true or null, numbers as text, an empty object as [].

export const flag = z.union([z.boolean(), z.number(), z.enum(['', '0', '1'])]).nullish()
export const count = z.union([z.number().int().min(0), z.string().regex(/^\d{1,9}$/)]).nullish()
export const number = z.union([z.number(), z.string()]).nullish()

export function isSet(value: z.infer<typeof flag>): boolean {
  return value === '1' || (typeof value !== 'string' && Boolean(value))
}

export function countOf(value: z.infer<typeof count>): number {
  return Number(value ?? 0)
}

/** The items of an array, of an object with numbers for keys, or of nothing. */
export function itemsOf(value: unknown): readonly (readonly [key: string, item: unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
