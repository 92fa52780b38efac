import { Caller } from '../../test/server/socket-client.ts'
import type { LinkRole } from '../../src/protocol/types.ts'

/** People without a browser, who come on stage by the protocol alone: tiles without a frame, at the price of a socket. */
export async function extrasOnStage(
  links: Record<LinkRole, string>,
  names: readonly string[],
  on: { microphone: boolean; camera: boolean } = { microphone: false, camera: false },
): Promise<Caller[]> {
  const extras = await extrasInside(links.speaker, names)
  for (const extra of extras) await extra.does({ type: 'goOnStage', ...on })
  return extras
}

/** The same, who come in by an invite link, and watch. */
export async function extrasInside(link: string, names: readonly string[]): Promise<Caller[]> {
  const extras: Caller[] = []
  for (const name of names) extras.push(await extraInside(link, name))
  return extras
}

/** Comes in by an invite link, and watches. */
export async function extraInside(link: string, name: string): Promise<Caller> {
  return (await extraWithCookie(link, name)).caller
}

/** The same, with what its requests are known by. */
export async function extraWithCookie(link: string, name: string) {
  const { origin, pathname } = new URL(link)
  const answer = await fetch(`${origin}/api/links/${pathname.replace('/i/', '')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name }),
  })
  const { room } = (await answer.json()) as { room: string }
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const caller = await Caller.open(`${origin.replace('http', 'ws')}/api/rooms/${room}/socket`, { origin, cookie })
  await caller.hello()
  await caller.does({ type: 'join', page: caller.page })
  return { caller, origin, room, cookie }
}
