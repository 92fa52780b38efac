import * as v from 'valibot'
import { LinkPage, Refused, RoomMade, RoomPage, type Entry, type NewRoom } from '../../protocol/http.ts'

/** What the server answered, or why not; `unreachable` when it did not answer at all. */
export type Answer<T> = { ok: T } | { refused: Refused } | { unreachable: true }

type Schema<T> = v.GenericSchema<unknown, T>

export const makeRoom = async (room: NewRoom) => await asked(RoomMade, '/api/rooms', room)
export const readRoom = async (room: string) => await asked(RoomPage, `/api/rooms/${room}`)
export const readLink = async (token: string) => await asked(LinkPage, `/api/links/${token}`)
export const enterBy = async (token: string, entry: Entry) => await asked(RoomMade, `/api/links/${token}`, entry)

async function asked<T>(schema: Schema<T>, path: string, body?: unknown): Promise<Answer<T>> {
  const wish =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const answer = await fetch(path, wish)
    const data: unknown = await answer.json()
    if (answer.ok) return { ok: v.parse(schema, data) }
    return { refused: v.parse(Refused, data) }
  } catch {
    return { unreachable: true }
  }
}
