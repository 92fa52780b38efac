import { lazyPart } from '../ui/hooks/lazy-part.tsx'

/** Few people block cookies, so its messages are loaded then. */
export const LazyNoCookies = lazyPart(async () => (await import('./NoCookies.tsx')).NoCookies)
