import { useSyncExternalStore } from 'react'

const MOVED = 'rostrum:moved'

/** Goes to another page of ours without loading it anew. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  dispatchEvent(new Event(MOVED))
}

/** The path of the address, as it changes. */
export function usePath(): string {
  return useSyncExternalStore(watchPath, () => location.pathname)
}

/** Calls a listener whenever another entry of the tab is shown, until the returned function is called. */
export function watchPath(changed: () => void): () => void {
  for (const event of [MOVED, 'popstate']) addEventListener(event, changed)
  return () => {
    for (const event of [MOVED, 'popstate']) removeEventListener(event, changed)
  }
}
