import { createRequire } from 'node:module'
import type { LocalTrack, Room, Track } from 'livekit-client'
import type { Browser, Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/**
 * A page with the engine's own client and nothing of ours, which asks the engine itself: for ways that the product does not
 * go. It shows and plays all that it receives, so that ears and eyes can be put on it. Several rooms at a time, by name.
 */
export class RawPage {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser, server: string): Promise<RawPage> {
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    await page.goto(server)
    await page.addScriptTag({ path: require.resolve('livekit-client').replace('.esm.mjs', '.umd.js') })
    await page.evaluate(() => {
      document.body.innerHTML = '<div role="group"></div>'
      Object.assign(window, { rooms: {} })
    })
    return new RawPage(page)
  }

  /** Enters a room of the engine, where it receives all that it may, at once or when asked. */
  async enters(room: string, url: string, token: string, autoSubscribe = true): Promise<void> {
    const where = { name: room, address: url, shown: token, auto: autoSubscribe }
    await this.page.evaluate(async ({ name, address, shown, auto }) => {
      const { Room: EngineRoom } = Reflect.get(window, 'LivekitClient')
      const entered: Room = new EngineRoom({ adaptiveStream: true, dynacast: true })
      Reflect.get(window, 'rooms')[name] = entered
      const elements = new Map<Track, HTMLMediaElement>()
      entered.on('trackSubscribed', (track) => {
        const element = track.attach()
        elements.set(track, element)
        element.style.cssText = 'width: 320px; height: 180px'
        document.querySelector('[role=group]')?.append(element)
      })
      entered.on('trackUnsubscribed', (track) => elements.get(track)?.remove())
      await entered.connect(address, shown, { autoSubscribe: auto })
    }, where)
  }

  /** Publishes microphone and camera in a room; the devices stay open from the first time on. Gives when it was asked for. */
  async publishes(room: string): Promise<number> {
    return await this.page.evaluate(async (name) => {
      const entered: Room = Reflect.get(window, 'rooms')[name]
      const { Track: EngineTrack, LocalAudioTrack, LocalVideoTrack } = Reflect.get(window, 'LivekitClient')
      const devices: MediaStream =
        Reflect.get(window, 'devices') ??
        (await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 320, height: 180 } }))
      Object.assign(window, { devices })
      const asked = performance.timeOrigin + performance.now()
      await Promise.all(
        devices.getTracks().map(async (device) => {
          const isSound = device.kind === 'audio'
          const Kind = isSound ? LocalAudioTrack : LocalVideoTrack
          const track: LocalTrack = new Kind(device.clone(), undefined, true)
          const source = isSound ? EngineTrack.Source.Microphone : EngineTrack.Source.Camera
          await entered.localParticipant.publishTrack(track, { source })
        }),
      )
      return asked
    }, room)
  }

  async unpublishes(room: string): Promise<void> {
    await this.page.evaluate(async (name) => {
      const { localParticipant }: Room = Reflect.get(window, 'rooms')[name]
      const tracks = localParticipant.getTrackPublications().flatMap(({ track }) => track ?? [])
      for (const track of tracks) if ('stop' in track) await localParticipant.unpublishTrack(track as LocalTrack, true)
    }, room)
  }

  /** Offers what it publishes in a room to one alone, or to `everybody`. Gives when it was asked for. */
  async offers(room: string, to: string): Promise<number> {
    return await this.page.evaluate(
      ([name, whom]) => {
        const { localParticipant }: Room = Reflect.get(window, 'rooms')[name]
        const all = whom === 'everybody'
        const asked = performance.timeOrigin + performance.now()
        localParticipant.setTrackSubscriptionPermissions(
          all,
          all ? [] : [{ participantIdentity: whom, allowAll: true }],
        )
        return asked
      },
      [room, to] as const,
    )
  }

  /** Asks for everything that is published in a room. */
  async subscribes(room: string): Promise<void> {
    await this.page.evaluate((name) => {
      const { remoteParticipants }: Room = Reflect.get(window, 'rooms')[name]
      for (const { trackPublications } of remoteParticipants.values())
        for (const publication of trackPublications.values()) publication.setSubscribed(true)
    }, room)
  }

  /** Waits until so many tracks arrive, or are gone. */
  async receives(tracks: number): Promise<void> {
    await this.page.waitForFunction((many) => document.querySelectorAll('video, audio').length === many, tracks)
  }
}
