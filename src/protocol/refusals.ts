import * as v from 'valibot'

/**
 * Every reason for which the room says no. The list is closed: the interface has a sentence for each, and the compiler
 * asks for the sentence of a new one.
 */
export const Refusal = v.picklist([
  'not-allowed',
  'not-permitted',
  'microphone-locked',
  'camera-locked',
  'removed',
  'not-in-room',
  'no-such-person',
  'session-ended',
  'not-started',
  'not-on-stage',
  'not-a-viewer',
  'someone-shares',
  'sharer-first',
  'not-from-wings',
  'stage-full',
  'ask-first',
  'held',
  'not-in-wings',
  'ask-later',
  'reason-long',
  'invite-only',
  'no-need-to-ask',
  'reactions-off',
  'chat-paused',
  'chat-blocked',
  'private-off',
  'message-empty',
  'message-long',
  'no-such-message',
  'write-later',
  'feedback-later',
  'too-fast',
  'name-empty',
  'name-long',
  'link-unknown',
  'room-unknown',
  'no-entry',
  'media-away',
  'disk-full',
  'bad-request',
])
export type Refusal = v.InferOutput<typeof Refusal>
