/** A name for this page's part in a room: 128 random bits in base64url. Retained while it reconnects; a reload has another. */
export function newPageId(): string {
  const bits = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))
  return btoa(bits).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
