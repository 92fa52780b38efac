/** The page to sign in, which leads back to a path of ours. */
export const signInAndBack = (path: string): string => `/sign-in?to=${encodeURIComponent(path)}`

/** Where signing in leads to, by the query of its page: a path of ours, or the start. */
export function comeFrom(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? ''
  // A path that begins with two slashes names another server.
  return /^\/(?![/\\])/.test(to) ? to : '/'
}
