/** A catalogue that is still being written: whatever is missing is English. */
export type Draft<T> = T extends (...given: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: Draft<T[K]> }
      : T

/** The draft, with English where it has nothing. */
export function completed<T extends object>(english: T, draft: Draft<T>): T {
  const under = new Map<string, unknown>(Object.entries(english))
  const over = Object.entries(draft).map(([key, value]): [string, unknown] => {
    const words = under.get(key)
    return [key, isPlain(words) && isPlain(value) ? completed(words, value) : value]
  })
  return Object.assign({}, english, Object.fromEntries(over))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
