import type { Share } from '../../../../protocol/views.ts'

/** What the tile of a shared screen is called, beside that of its person. */
export function shareTile({ person }: Share): string {
  return `screen ${person}`
}
