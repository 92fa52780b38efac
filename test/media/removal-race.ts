import { expect } from 'vitest'
import { amara } from '../rules/people.ts'
import { Scene, type Visitor } from '../server/app-server.ts'
import type { Caller } from '../server/socket-client.ts'
import type { LiveKit } from './livekit.ts'
import { SOON } from './media.contract.ts'
import { RawClient } from './raw-client.ts'

/** Long enough for what was sent before to have arrived, and for a connection that was cut to be gone. */
const GONE_WITHIN_MS = 2_000
const LISTENS_MS = 500
/** Those who come at the same time, and how long the removal of the last of them waits: all stages of coming in lie within. */
const AT_ONCE = 10
const REMOVED_WITHIN_MS = 500
/** By the clock of the scene. */
const REST_MS = 5_000

/** `late`: how many of the removed received media 2 s later; `reached`: how many had received some before. */
export type Race = { tries: number; reached: number; late: number; stillHeard: boolean }

/**
 * Lets so many raw clients come into the engine, and removes each from the room somewhere on the way: before their signalling, within
 * it, or once they hear. Amara speaks all the while, and Hana's own raw client goes on to hear her.
 */
export async function raceRemovals(
  scene: Scene<LiveKit['media']>,
  host: Visitor,
  hana: Caller,
  tries: number,
): Promise<Race> {
  const visitor = await scene.enters(host, 'speaker', amara)
  const speaker = await scene.joins(visitor)
  await speaker.does({ type: 'goOnStage', microphone: true, camera: false })
  const clients = [new RawClient(scene.url, await ticketOf(speaker)), new RawClient(scene.url, await ticketOf(hana))]
  const [voice, listener] = clients
  await voice?.publishes()
  await expect.poll(() => listener?.packets, SOON).toBeGreaterThan(0)
  const race = { tries, reached: 0, late: 0 }
  for (let n = 0; n < tries; n += AT_ONCE) {
    const removed = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, tries - n) }, async (_, k) => {
        const caller = await scene.joins(await scene.enters(host, 'viewer', { name: `Viewer ${n + k}` }))
        const { you } = await caller.frame('welcome')
        const client = new RawClient(scene.url, await ticketOf(caller))
        await pause((REMOVED_WITHIN_MS * k) / AT_ONCE)
        await hana.does({ type: 'removeFromRoom', person: you.id, lasting: false })
        return { caller, client }
      }),
    )
    await pause(GONE_WITHIN_MS)
    const before = removed.map(({ client }) => client.packets)
    await pause(LISTENS_MS)
    race.reached += before.filter((packets) => packets > 0).length
    race.late += removed.filter(({ client }, k) => client.packets > (before[k] ?? 0)).length
    for (const { caller, client } of removed) {
      client.close()
      await caller.goes('closed')
    }
    // So many acts at once are more than a person may do.
    await scene.passes(REST_MS, hana, speaker)
  }
  const heard = listener?.packets ?? 0
  await pause(LISTENS_MS)
  const stillHeard = (listener?.packets ?? 0) > heard
  for (const client of clients) client.close()
  return { ...race, stillHeard }
}

async function ticketOf(caller: Caller): Promise<string> {
  const found = await caller.finds({ type: 'ticket' })
  return typeof found === 'object' && found.type === 'ticket' ? found.token : ''
}

async function pause(wait: number): Promise<void> {
  await new Promise((next) => setTimeout(next, wait))
}
