import * as v from 'valibot'
import type { LinkRole } from '../../protocol/types.ts'
import {
  GuestPage,
  LinkPage,
  Links,
  Refused,
  RoomMade,
  RoomPage,
  type Entry,
  type NewRoom,
} from '../../protocol/http.ts'

/** The server's answer: the result, a refusal, with how many seconds to wait where it says so, or `unreachable` if it did not answer at all. */
export type Answer<T> = { ok: T } | { refused: Refused; wait?: number } | { unreachable: true }

type Schema<T> = v.GenericSchema<unknown, T>

export const makeRoom = async (room: NewRoom) => await asked(RoomMade, '/api/rooms', room)
export const readRoom = async (room: string) => await asked(RoomPage, `/api/rooms/${room}`)
export const readLink = async (token: string) => await asked(LinkPage, `/api/links/${token}`)
/** Revokes a role's link; the answer has the new links. [LINK-1] */
export const revokeLink = async (room: string, role: LinkRole) =>
  await asked(Links, `/api/rooms/${room}/links/${role}/revoke`, {})
/** Whether the browser has sent its cookie; if not, the answer sets one. */
export const readGuest = async () => await asked(GuestPage, '/api/guest')
/** Asks to be let in without an invitation. [ASK-1] */
export const askIn = async (room: string, name: string) => await asked(RoomMade, `/api/rooms/${room}/ask`, { name })
/** Makes the browser unknown in all rooms. */
export const forgetGuest = async () => await asked(v.null(), '/api/guest/forget', {})
/** Says that somebody has the page of an invitation before them. [LINK-10] */
export const noteOpened = async (token: string) => await asked(v.null(), `/api/links/${token}/opened`, {})
export const enterBy = async (token: string, entry: Entry) => await asked(RoomMade, `/api/links/${token}`, entry)

/** Asks a route for something, or sends it a body by POST: a file as it is. A 204 is `null`. `taken`: other statuses that come with what is asked for. */
export async function asked<T>(
  schema: Schema<T>,
  path: string,
  body?: unknown,
  taken: readonly number[] = [],
): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, body === undefined ? {} : { method: 'POST', ...bodyOf(body) })
    const data: unknown = answer.status === 204 ? null : await answer.json()
    if (answer.ok || taken.includes(answer.status)) return { ok: v.parse(schema, data) }
    const wait = Number(answer.headers.get('retry-after'))
    return { refused: v.parse(Refused, data), ...(wait > 0 && { wait }) }
  } catch {
    return { unreachable: true }
  }
}

const bodyOf = (body: unknown) =>
  body instanceof Blob ? { body } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
