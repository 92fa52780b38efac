/**
 * The version of the wire, which changes only when one side could not understand the other: what is added is left out by who does not
 * know it. A client of another version is asked to reload.
 * 1: the first: entering, stage, hands, invitations, moderation, endings.
 * 2: roles and permissions, locks, removal.
 * 3: chat, screens, reactions.
 * 4: what an ended session tells; messages with a key.
 * 5: permissions one by one.
 * 6: names that change, windows that take over, voices by the engine's word, viewers in the order of the reader's language,
 *    and backstage by that name.
 */
export const VERSION = 6
