// Apple's keyboards have another modifier key.
const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The label of a key; `$mod` is the modifier. */
export function keyName(key: string, ctrl: string): string {
  return key.replace('$mod+', IS_APPLE ? '⌘' : `${ctrl}+`).replace(/.$/, (letter) => letter.toUpperCase())
}
