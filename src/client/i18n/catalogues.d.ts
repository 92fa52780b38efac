/**
 * Compiled from `locales/` by scripts/messages.mjs: loaders for the messages of the first page, and for all others. The messages are made
 * with the formats of the language.
 */
declare module 'virtual:catalogues' {
  type Formats = import('./formats.ts').Formats
  type Messages = import('./message-types.ts').Messages
  type First = import('./message-types.ts').FirstPart
  type Load<Part extends keyof Messages> = () => Promise<{ messages: (f: Formats) => Pick<Messages, Part> }>
  type Catalogue = { first: Load<First>; more: Load<Exclude<keyof Messages, First>> }
  export const catalogues: Record<import('../../protocol/language.ts').Language, Catalogue>
}
