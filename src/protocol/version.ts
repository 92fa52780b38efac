/**
 * The version of the wire. A client of another version is asked to reload.
 * 1: the first: entering, stage, hands, invitations, moderation, endings.
 */
export const VERSION = 1
