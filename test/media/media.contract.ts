import { expect, test } from 'vitest'
import type { PersonId, SessionId } from '../../src/protocol/types.ts'
import type { Grant } from '../../src/rules/stage/grants.ts'
import type { Media } from '../../src/server/media/media.ts'
import { newId } from '../../src/server/secrets.ts'
import { amara, mei } from '../rules/people.ts'

/** A media engine, and what a test can see of it from outside. */
export type Engine = {
  media: Media
  /** Lets a person's browser come into the engine with such a token. */
  connects: (session: SessionId, person: PersonId, token: string) => Promise<void>
  /** What a person in the engine may publish there; null for who is not in it. */
  publishes: (session: SessionId, person: PersonId) => Promise<Grant['publish'] | null>
}

/** How long a test waits for an engine that is a process of its own. */
export const SOON = { timeout: 4_000, interval: 10 }

export const WATCHES: Grant = { subscribe: true, publish: [], silenced: [], offered: [], hidden: true }
export const ON_STAGE: Grant = {
  subscribe: true,
  publish: ['microphone', 'camera'],
  silenced: [],
  offered: 'everyone',
  hidden: false,
}

/** What every media engine does. `engine` is asked for in each test; one may serve them all. */
export function mediaContract(name: string, engine: () => Engine): void {
  /** What a session wants, as a test says it: of whom it says nothing, nobody is wanted. */
  async function wanting(media: Media) {
    const grants = new Map<PersonId, Grant>()
    const wanted = (_session: SessionId, person: PersonId) => grants.get(person) ?? null
    await media.start({ systemEvent: () => {}, up: () => {}, wanted })
    return grants
  }

  const both = expect.arrayContaining(['microphone', 'camera'])

  test(`${name}: a ticket says who somebody is, and nothing forged does, nor what is for the engine`, async () => {
    const { media } = engine()
    const session = newId()
    const ticket = media.ticket(session, mei.id)
    expect(media.bearer(ticket)).toEqual({ session, person: mei.id })
    expect(media.bearer(await media.token(session, amara.id, ON_STAGE))).toBeNull()
    const other = media.ticket(newId(), amara.id)
    const halves = `${ticket.slice(0, ticket.lastIndexOf('.'))}${other.slice(other.lastIndexOf('.'))}x`
    for (const forged of ['', 'x', ticket.slice(0, -2), `${ticket}x`, halves]) expect(media.bearer(forged)).toBeNull()
  })

  test(`${name}: a report that the engine did not sign is not taken`, async () => {
    const { media } = engine()
    const report = JSON.stringify({ event: 'room_finished', room: { name: newId() } })
    for (const signature of [undefined, '', 'x', media.ticket(newId(), mei.id)])
      expect(await media.receive(report, signature)).toBe(false)
  })

  test(`${name}: [MEDIA-2] the last wish for a person is what the engine does, however often it is said`, async () => {
    const { media, connects, publishes } = engine()
    const wanted = await wanting(media)
    const session = newId()
    const wants = (grant: Grant) => {
      wanted.set(amara.id, grant)
      media.converge(session, amara.id)
    }
    media.open(session)
    media.open(session)
    await media.opened(session)
    wanted.set(amara.id, WATCHES)
    await connects(session, amara.id, await media.token(session, amara.id, WATCHES))
    for (const grant of [WATCHES, ON_STAGE, WATCHES, ON_STAGE, ON_STAGE]) wants(grant)
    await expect.poll(async () => await publishes(session, amara.id), SOON).toEqual(both)
    wants(WATCHES)
    await expect.poll(async () => await publishes(session, amara.id), SOON).toEqual([])
    wants({ ...ON_STAGE, publish: ['microphone'] })
    await expect.poll(async () => await publishes(session, amara.id), SOON).toEqual(['microphone'])
    media.close(session)
  })

  test(`${name}: [LEAVE-1] who is removed is cut, and so is everybody when the session’s room is closed`, async () => {
    const { media, connects, publishes } = engine()
    const wanted = await wanting(media)
    const session = newId()
    media.open(session)
    await media.opened(session)
    for (const { id } of [amara, mei]) {
      wanted.set(id, ON_STAGE)
      await connects(session, id, await media.token(session, id, ON_STAGE))
      media.converge(session, id)
      await expect.poll(async () => await publishes(session, id), SOON).toEqual(both)
    }
    media.cut(session, amara.id)
    await expect.poll(async () => await publishes(session, amara.id), SOON).toBeNull()
    expect(await publishes(session, mei.id)).toEqual(both)
    media.close(session)
    await expect.poll(async () => await publishes(session, mei.id), SOON).toBeNull()
    media.close(session)
  })

  test(`${name}: [MEDIA-5] who is not wanted any more is cut, and stays out however often they come`, async () => {
    const { media, connects, publishes } = engine()
    const wanted = await wanting(media)
    const session = newId()
    media.open(session)
    await media.opened(session)
    const token = await media.token(session, mei.id, ON_STAGE)
    wanted.set(mei.id, ON_STAGE)
    await connects(session, mei.id, token)
    media.converge(session, mei.id)
    await expect.poll(async () => await publishes(session, mei.id), SOON).toEqual(both)
    wanted.delete(mei.id)
    media.converge(session, mei.id)
    await expect.poll(async () => await publishes(session, mei.id), SOON).toBeNull()
    media.close(session)
  })
}
