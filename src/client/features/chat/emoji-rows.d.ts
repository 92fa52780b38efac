/** Each emoji with its group, its name and the words by which it is found, in a language; scripts/emoji.mjs gives them. */
declare module 'virtual:emoji/*' {
  const rows: readonly (readonly [emoji: string, group: number, name: string, words: string])[]
  export default rows
}

interface Navigator {
  /** Chromium alone has it. */
  readonly userAgentData?: { readonly platform: string }
}
