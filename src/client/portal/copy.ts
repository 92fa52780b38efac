/** How a person copies what is selected: with the keys of a Mac, those of other machines, or by touch. */
export type CopiesBy = 'cmd' | 'ctrl' | 'touch'

/** [COPY-1] Copies the content of a field. False if the browser refuses; then it is selected, for the person to copy. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  // Outside HTTPS a page has no clipboard API; the old way works there.
  const isCopied = 'clipboard' in navigator ? await isWritten(field.value) : isCopiedTheOldWay(field)
  if (!isCopied) select(field)
  return isCopied
}

/** How people copy on this machine. */
export function copiesBy(userAgent: string, isTouched: boolean): CopiesBy {
  if (isTouched) return 'touch'
  return userAgent.includes('Macintosh') ? 'cmd' : 'ctrl'
}

async function isWritten(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function isCopiedTheOldWay(field: HTMLInputElement): boolean {
  select(field)
  return document.execCommand('copy')
}

function select(field: HTMLInputElement): void {
  field.focus()
  field.select()
}
