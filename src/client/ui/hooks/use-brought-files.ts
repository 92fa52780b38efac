import { useEffect, useEffectEvent, useState } from 'react'

/** Where a text is typed, a paste is a text if the clipboard has one. */
const TYPED_IN = 'input, textarea, [contenteditable]'

const hasFiles = (data: DataTransfer | null): data is DataTransfer => data?.types.includes('Files') ?? false

/**
 * Takes files that are dropped or pasted anywhere on the page, where `mayTake` says so in that moment. Whether files are held over the page
 * that it would take.
 */
export function useBroughtFiles(mayTake: () => boolean, take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const over = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event.dataTransfer) || !mayTake()) return
    event.dataTransfer.dropEffect = 'copy'
    event.preventDefault()
    setOver(true)
  })
  const left = useEffectEvent(({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false))
  const dropped = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (!hasFiles(event.dataTransfer) || !mayTake()) return
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    if (files.length > 0) take(files)
  })
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData: data, target } = event
    const files = [...(data?.files ?? [])]
    if (event.defaultPrevented || files.length === 0 || !mayTake()) return
    const isTyped = target instanceof Element && target.closest(TYPED_IN) !== null
    if (isTyped && data?.types.some((type) => type.startsWith('text/'))) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    addEventListener('dragover', (event) => over(event), { signal })
    addEventListener('dragleave', (event) => left(event), { signal })
    addEventListener('drop', (event) => dropped(event), { signal })
    addEventListener('paste', (event) => pasted(event), { signal })
    return () => ending.abort()
  }, [])
  return isOver
}
