/** A name for this page load: 128 random bits in base64url. A page that reconnects keeps it; a reloaded one has another. */
export function newPageId(): string {
  const bits = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))
  return btoa(bits).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
