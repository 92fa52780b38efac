/**
 * The version of the wire. It changes only when one side could not understand the other; unknown fields are ignored, so adding one
 * keeps the version. A client of another version is asked to reload.
 * 1: the first: entering, stage, hands, invitations, moderation, endings.
 * 2: roles and permissions, locks, removal.
 * 3: chat, screens, reactions.
 * 4: what an ended session tells; messages with a key.
 * 5: permissions one by one.
 * 6: names that change, windows that take over, voices as LiveKit hears them, viewers in the order of the reader's language,
 *    and backstage by that name.
 */
export const VERSION = 6
