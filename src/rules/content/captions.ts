/** The longest captions of a film, in UTF-16 code units, and how many there may be. */
export const CAPTIONS_MAX = 1_000_000
const CUES_MAX = 10_000
const CUE_MAX = 600

const TIMES = /^((?:\d{1,3}:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d{1,3}:)?\d{2}:\d{2}\.\d{3})/

/**
 * Captions as they are kept, of what somebody brought as WebVTT (W3C): times and plain words, without marks, styles and places. Null for what is
 * none, or has none.
 */
export function readCaptions(text: string): string | null {
  if (text.length > CAPTIONS_MAX || !/^\uFEFF?WEBVTT([ \t\r\n]|$)/.test(text)) return null
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/)
  const cues: string[] = []
  for (const block of blocks) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => TIMES.test(line))
    const [, from, to] = TIMES.exec(lines[at] ?? '') ?? []
    const words = at < 0 ? '' : plain(lines.slice(at + 1).join('\n'))
    if (from !== undefined && to !== undefined && words !== '') cues.push(`${from} --> ${to}\n${words}`)
    if (cues.length === CUES_MAX) break
  }
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** The words of a cue: what stands in angle brackets says how, not what. */
function plain(words: string): string {
  return (
    words
      // Up to the next bracket of either kind, so that a million that are never closed are read once.
      .replaceAll(/<[^<>]*>/g, '')
      .replaceAll('-->', '→')
      .slice(0, CUE_MAX)
      .trim()
      .replaceAll('<', '&lt;')
  )
}
