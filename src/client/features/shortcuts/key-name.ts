// What is held with a letter, there and elsewhere.
const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What is printed on the keys; `$mod` is what is held. */
export function keyName(key: string, ctrl: string): string {
  return key.replace('$mod+', IS_APPLE ? '⌘' : `${ctrl}+`).replace(/.$/, (letter) => letter.toUpperCase())
}
