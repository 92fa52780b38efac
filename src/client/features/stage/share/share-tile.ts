import type { Share } from '../../../../protocol/views.ts'

/** The id of a shared screen's tile; its person's own tile has the person's id. */
export function shareTile({ person }: Share): string {
  return `screen ${person}`
}
