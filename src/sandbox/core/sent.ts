type Sent<T> = { [Key in keyof T]?: NonNullable<T[Key]> }

/** Only what is neither undefined nor null, so that spreading it over something leaves the rest alone. */
export function sent<T extends object>(value: T): Sent<T> {
  // Dropping the undefined ones is what turns T into Sent<T>.
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined && item !== null),
  ) as Sent<T>
}
