import { graphemesOf } from '../../i18n/graphemes.ts'

// What file systems or browsers do not take in a name, and marks that turn the direction of what is read.
const BAD = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu
const NAME_MAX = 80

/** Gives a text as a Markdown file that is called like the room. [NOTES-9] */
export function downloadText(room: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(room)
  link.click()
  URL.revokeObjectURL(address)
}

/** What the file of a room's notes is called. */
export function fileName(room: string): string {
  const name = room.replaceAll(BAD, ' ').replaceAll(/\s+/g, ' ')
  return `${
    graphemesOf(name)
      .slice(0, NAME_MAX)
      .join('')
      .replaceAll(/^[. ]+|[. ]+$/g, '') || 'Rostrum'
  }.md`
}
