import { later } from '../ui/hooks/lazy-part.tsx'

/** Few block them: the words come when somebody does. */
export const NoCookiesLater = later(async () => (await import('./NoCookies.tsx')).NoCookies)
