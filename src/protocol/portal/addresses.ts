/**
 * Whether an address leads into a room: an invite link, or the room itself. These have a page of their own, which brings what a call needs; all
 * others are pages around the rooms, which do without.
 * @param path of the address, without what follows `?` or `#`
 */
export const leadsIntoRoom = (path: string): boolean => /^\/(i\/[^/]+|r\/[^/]+\/room)\/?$/.test(path)
