export type BrowserKind = 'chromium' | 'firefox' | 'safari' | 'other'

/** The family of a browser by its user agent; every one of them also contains Safari's name. */
export function browserOf(userAgent: string): BrowserKind {
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox'
  if (/Chrome\/|CriOS\/|Edg/.test(userAgent)) return 'chromium'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}
