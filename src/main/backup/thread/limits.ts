/**
 * How much of the heap of the thread is for what is made and dropped at once, in MiB: with V8's own 48
 * a file takes a third more memory, with this one a few hundredths more time.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 8 } as const
