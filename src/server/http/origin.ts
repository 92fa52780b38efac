import type { Config } from '../config.ts'

/** Whether a page of this origin may ask: our own address, or the very host that it asks. */
export function isOwnOrigin(origin: string, host: string | undefined, config: Config): boolean {
  if (origin === config.url.origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
