import { createRequire } from 'node:module'
import type { Room, TrackPublication } from 'livekit-client'
import type { Page } from 'playwright-core'
import { Caller } from '../../test/server/socket-client.ts'
import type { Visitor } from '../support/visitor.ts'

const require = createRequire(import.meta.url)

/** What an attacker sends to the engine: honest, or a sound that says it is something else. */
export type Sent = 'microphone' | 'camera' | 'screen' | 'sound as camera' | 'sound as screen' | 'sound as screen sound'

/**
 * Somebody without our page: speaks the protocol from Node, and the engine's own language from an empty page of our
 * origin, with a client that asks for no permission before it sends.
 */
export class Attacker {
  readonly caller: Caller
  readonly #page: Page

  private constructor(caller: Caller, page: Page) {
    this.caller = caller
    this.#page = page
  }

  /** Makes an attacker of a visitor who has come by a link, in a context that ignores our content policy. */
  static async of({ page, context }: Visitor, site: string): Promise<Attacker> {
    const room = new URL(page.url()).pathname.split('/')[2] ?? ''
    await page.goto(site)
    await page.addScriptTag({ path: require.resolve('livekit-client').replace('.esm.mjs', '.umd.js') })
    await page.evaluate(() => Reflect.get(window, 'LivekitClient').setLogLevel('warn'))
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const url = `${site.replace('http', 'ws')}/api/rooms/${room}/socket`
    const caller = await Caller.open(url, { cookie, origin: site })
    await caller.hello()
    return new Attacker(caller, page)
  }

  /** Joins by the protocol; gives the own id. */
  async joins(): Promise<string> {
    await this.caller.does({ type: 'join', page: this.caller.page })
    return (await this.caller.frame('welcome', ({ inside }) => inside)).you.id
  }

  async ticket(): Promise<string> {
    const found = await this.caller.finds({ type: 'ticket' })
    return typeof found === 'object' && found.type === 'ticket' ? found.token : ''
  }

  /** Goes into the engine with a token, out of it before. Gives the token that the engine keeps for a return, or null where it refuses. */
  async enters(token: string): Promise<string | null> {
    return await this.#page.evaluate(async (shown) => {
      const { Room: EngineRoom } = Reflect.get(window, 'LivekitClient')
      await Reflect.get(window, 'attacker')?.disconnect()
      const room: Room = new EngineRoom()
      Object.assign(window, { attacker: room })
      // The engine is asked, and not its client.
      Object.assign(room.localParticipant, { hasPermissionsToPublish: () => true })
      try {
        await room.connect(location.origin.replace('http', 'ws'), shown, { maxRetries: 0 })
        return String(Reflect.get(Reflect.get(room, 'engine'), 'token'))
      } catch {
        return null
      }
    }, token)
  }

  /** Waits until the engine, which is told after the room, has heard that this person may send. */
  async isLet(): Promise<void> {
    await this.#page.waitForFunction(() => Reflect.get(window, 'attacker').localParticipant.permissions?.canPublish)
  }

  /** Sends a track, and does not wait for an answer, which a refusal does not get. */
  async sends(what: Sent): Promise<void> {
    await this.#page.evaluate(async (kind) => {
      const room: Room = Reflect.get(window, 'attacker')
      const { Track } = Reflect.get(window, 'LivekitClient')
      const { Camera, Microphone, ScreenShare, ScreenShareAudio } = Track.Source
      const source = {
        microphone: Microphone,
        camera: Camera,
        screen: ScreenShare,
        'sound as camera': Camera,
        'sound as screen': ScreenShare,
        'sound as screen sound': ScreenShareAudio,
      }[kind]
      const stream = await navigator.mediaDevices.getUserMedia(
        kind === 'camera' || kind === 'screen' ? { video: true } : { audio: true },
      )
      const [track] = stream.getTracks()
      if (track) room.localParticipant.publishTrack(track, { source, dtx: false }).catch(() => {})
    }, what)
  }

  /** What the engine has taken of what was sent, by its labels. */
  async sent(): Promise<string[]> {
    return await this.#page.evaluate(() => {
      const room: Room = Reflect.get(window, 'attacker')
      return [...room.localParticipant.trackPublications.values()].map(({ source }) => source).toSorted()
    })
  }

  /** Tells the engine that everything sent is to be heard again. */
  async unmutes(): Promise<void> {
    await this.#page.evaluate(async () => {
      const room: Room = Reflect.get(window, 'attacker')
      const { client } = Reflect.get(room, 'engine')
      for (const { track, trackSid } of room.localParticipant.trackPublications.values()) {
        if (track) await track.unmute()
        await client.sendMuteTrack(trackSid, false)
      }
    })
  }

  /** Tells the engine that everybody may receive what is sent. */
  async offersToEverybody(): Promise<void> {
    await this.#page.evaluate(() => {
      const room: Room = Reflect.get(window, 'attacker')
      room.localParticipant.setTrackSubscriptionPermissions(true)
    })
  }

  /** Demands everything that somebody sends. Gives how many tracks of theirs have arrived. */
  async receives(person: string): Promise<number> {
    return await this.#page.evaluate((id) => {
      const room: Room = Reflect.get(window, 'attacker')
      const theirs: TrackPublication[] = [...(room.remoteParticipants.get(id)?.trackPublications.values() ?? [])]
      for (const publication of theirs) Reflect.get(publication, 'setSubscribed').call(publication, true)
      return theirs.filter(({ track }) => track).length
    }, person)
  }
}
