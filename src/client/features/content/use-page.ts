import { useEffect, useState } from 'react'
import type { Fetched, PageStore } from './page-store.ts'

/** What is on the screen: the last picture that could be drawn, of whichever page, with its size in px. */
export type ShownPage = { page: number; url: string; width: number; height: number }
export type PageFault = Extract<Fetched, string>

// Whoever was away for long is back in the room only after a while; until then there is nothing for them.
const AGAIN_MS = { later: 700, away: 2_000, gone: 3_000 } as const
const SHARPER_MS = 2_000

/**
 * Shows a page from its address: what was shown stays until the new picture is decoded, so that nothing flashes. A page that is still
 * made, or that cannot be had just now, is asked for again.
 */
export function usePage(store: PageStore, page: number, address: string | null): [ShownPage | null, PageFault | null] {
  const [shown, setShown] = useState<ShownPage | null>(null)
  const [fault, setFault] = useState<PageFault | null>(null)
  useEffect(() => {
    if (address === null) return undefined
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const fetched = await store.get(address)
      if (!isWanted) return
      if (typeof fetched === 'string') {
        setFault(fetched)
        timer = setTimeout(() => void look(), AGAIN_MS[fetched])
        return
      }
      const { url, picture } = fetched
      setShown({ page, url, width: picture.naturalWidth, height: picture.naturalHeight })
      setFault(null)
      if (!fetched.isFinal) timer = setTimeout(() => void look(), SHARPER_MS)
    }
    void look()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [store, page, address])
  return [shown, shown?.page === page ? null : fault]
}
