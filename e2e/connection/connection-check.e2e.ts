import { mkdtempSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../support/browser.ts'
import { until } from '../support/media-checks.ts'
import { serverStories, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

// A LiveKit that can be taken away, so that it is not started again.
const engine = process.env.LIVEKIT_BINARY ?? ''
const link = join(mkdtempSync(join(tmpdir(), 'rostrum-engine-')), 'livekit-server')
symlinkSync(engine, link)

const story = serverStories({ env: { LIVEKIT_BINARY: link } })
// The headless shell knows no policy for addresses.
const withoutUdp = stories({
  browser: () => openBrowser('fake', undefined, ['--webrtc-ip-handling-policy=disable_non_proxied_udp']),
})

story(
  '[DEVICE-8] the connection is good, gone with its server, good again, and weak on a narrow line',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Connection', 'Interactive')
    await hana.heading('Set devices').waitFor()
    await hana.presses('Join stage')
    await hana.reads('Connection good. Picture and sound will reach everyone.')

    unlinkSync(link)
    scene.server.killEngine()
    await hana.reads('No connection. The server for sound and picture does not answer. It is tried again by itself.')
    symlinkSync(engine, link)
    await hana.reads('Connection good.')

    const noor = await scene.visitor('Noor Rahimi')
    await onNarrowLine(noor)
    await noor.opensLink(links.speaker)
    await noor.presses('Join stage')
    await noor.reads('Connection weak. Join with your camera off: sound alone will reach everyone.')
  },
)

/** A line that carries a tenth of a picture upwards, and loses a tenth of that. */
async function onNarrowLine({ context, page }: Visitor): Promise<void> {
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 100_000,
    uploadThroughput: 12_000,
    packetLoss: 10,
    packetQueueLength: 20,
  })
  // Chromium narrows UDP only.
  await page.addInitScript(() => {
    const Real = RTCPeerConnection
    window.RTCPeerConnection = class extends Real {
      override async addIceCandidate(candidate?: RTCIceCandidateInit | null) {
        if (!/ tcp /i.test(candidate?.candidate ?? '')) await super.addIceCandidate(candidate)
      }
      override async setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit) {
        await super.setRemoteDescription({ type, sdp: sdp.replaceAll(/a=candidate:.* tcp .*\r\n/g, '') })
      }
    }
  })
}

withoutUdp(
  '[DEVICE-8] a network that blocks UDP or everything is named, and nobody is held up by the verdict',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('No UDP', 'Interactive')
    await hana.presses('Join stage')
    await hana.reads('Connection good. Your network blocks UDP, so picture and sound go over TCP and may lag a little.')

    // No way but through a relay, and there is none.
    const noor = await scene.visitor('Noor Rahimi')
    await noor.page.addInitScript(() => {
      const Real = RTCPeerConnection
      window.RTCPeerConnection = class extends Real {
        constructor(configuration?: RTCConfiguration) {
          super({ ...configuration, iceTransportPolicy: 'relay' })
        }
        override setConfiguration(configuration?: RTCConfiguration) {
          super.setConfiguration({ ...configuration, iceTransportPolicy: 'relay' })
        }
      }
    })
    await noor.opensLink(links.viewer)
    await noor.presses('Join stage')
    await noor.reads('No connection. Neither UDP nor TCP gets through to the server.')
    await until('Join stage to be free', async () => await noor.button('Join stage').isEnabled())
    await noor.joinsAsViewer()
  },
)
