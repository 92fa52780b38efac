import type { Content } from '../../../protocol/presenting/content.ts'

/** The id of the tile of what is presented. */
export function contentTile({ item }: Content): string {
  return `content ${item.document}`
}
