/**
 * Compiled from `locales/` by scripts/messages.mjs: loaders for the messages of the first page, of the pages around the room, and for all others. The messages are made
 * with the formats of the language.
 */
declare module 'virtual:catalogues' {
  type Formats = import('./formats.ts').Formats
  type Messages = import('./message-types.ts').Messages
  type First = import('./message-types.ts').FirstPart
  type Load<Part extends keyof Messages> = () => Promise<{ messages: (f: Formats) => Pick<Messages, Part> }>
  type Around = import('./message-types.ts').AroundPart
  type Catalogue = { first: Load<First>; around: Load<Around>; more: Load<Exclude<keyof Messages, First | Around>> }
  export const catalogues: Record<import('../../protocol/language.ts').Language, Catalogue>
  /** The parts that only the pages around the room need. */
  export const isAround: ReadonlySet<string>
}
