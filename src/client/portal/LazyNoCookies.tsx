import { lazyPart } from '../ui/hooks/lazy-part.tsx'

/** Few block them: the words come when somebody does. */
export const LazyNoCookies = lazyPart(async () => (await import('./NoCookies.tsx')).NoCookies)
