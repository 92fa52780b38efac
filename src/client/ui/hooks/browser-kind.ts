export type BrowserKind = 'chromium' | 'firefox' | 'safari' | 'other'

/** Which family a browser is of, by what it calls itself; every one of them calls itself Safari too. */
export function browserOf(userAgent: string): BrowserKind {
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox'
  if (/Chrome\/|CriOS\/|Edg/.test(userAgent)) return 'chromium'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}
