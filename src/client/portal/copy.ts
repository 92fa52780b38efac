/** By what a person copies what is selected: the keys of a Mac, those of other machines, or a finger. */
export type CopiesBy = 'cmd' | 'ctrl' | 'touch'

/** [COPY-1] Copies what stands in a field. False: the browser will not, and it is selected, for its person to copy. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  // Outside HTTPS a page has no clipboard of its own; the old way works there.
  const isCopied = 'clipboard' in navigator ? await isWritten(field.value) : isCopiedTheOldWay(field)
  if (!isCopied) select(field)
  return isCopied
}

/** What this machine is, as far as copying is concerned. */
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
