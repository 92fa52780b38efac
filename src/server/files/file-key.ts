const KEY = /^[\w-]{1,64}$/

/** A key of a file; throws where it is none. */
export function fileKey(key: string): string {
  if (!KEY.test(key)) throw new Error('This is no key of a file.')
  return key
}
