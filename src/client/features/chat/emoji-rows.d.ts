/** Each emoji with its group, its name and its keywords in a language; scripts/emoji.mjs provides them. */
declare module 'virtual:emoji/*' {
  const rows: readonly (readonly [emoji: string, group: number, name: string, words: string])[]
  export default rows
}

interface Navigator {
  /** Only Chromium has it. */
  readonly userAgentData?: { readonly platform: string }
}
