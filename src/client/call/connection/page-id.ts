/** An id for this page: 128 random bits in base64url. It stays the same while the page reconnects; a reload has another. */
export function newPageId(): string {
  const bits = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))
  return btoa(bits).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
