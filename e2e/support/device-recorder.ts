import type { Visitor } from './visitor.ts'

/** Notes whatever the page asks the browser about devices, and the devices that it was given; to be called before it is loaded. */
export async function notesDevices({ page }: Visitor): Promise<void> {
  await page.addInitScript(() => {
    const asked: string[] = []
    const given: MediaStreamTrack[] = []
    const cloned: MediaStreamTrack[] = []
    Object.assign(window, { asked, given, cloned })
    const wrap = (owner: object, act: string) => {
      const real: unknown = Reflect.get(owner, act)
      if (typeof real !== 'function') throw new Error(`no ${act}`)
      Object.assign(owner, {
        async [act](...words: unknown[]) {
          asked.push(act)
          const answer: unknown = await real.apply(owner, words)
          if (answer instanceof MediaStream) given.push(...answer.getTracks())
          return answer
        },
      })
    }
    for (const act of ['getUserMedia', 'enumerateDevices', 'getDisplayMedia']) wrap(navigator.mediaDevices, act)
    wrap(navigator.permissions, 'query')
    const { prototype } = MediaStreamTrack
    const clone: unknown = Reflect.get(prototype, 'clone')
    prototype.clone = function twin() {
      if (typeof clone !== 'function') throw new Error('no clone')
      const track: MediaStreamTrack = clone.call(this)
      cloned.push(track)
      return track
    }
  })
}

/** What the page has asked the browser about devices so far. */
export const asked = async ({ page }: Visitor): Promise<string[]> =>
  await page.evaluate(() => Reflect.get(window, 'asked'))

/** The devices that are open now, by kind and name: those whose lights are on. */
export const lights = async ({ page }: Visitor): Promise<string[]> =>
  await page.evaluate(() => {
    const all: MediaStreamTrack[] = [...Reflect.get(window, 'given'), ...Reflect.get(window, 'cloned')]
    return all.filter(({ readyState }) => readyState === 'live').map(({ kind, label }) => `${kind} ${label}`)
  })

/** Notes the connections over which the page sends; to be called before it is loaded. */
export async function notesWhatIsSent({ page }: Visitor): Promise<void> {
  await page.addInitScript(() => {
    const lines: RTCPeerConnection[] = []
    Object.assign(window, { lines })
    window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
      construct(Line, words: [RTCConfiguration?]) {
        const line = new Line(...words)
        lines.push(line)
        return line
      },
    })
  })
}

/** What the page sends now: kind and device of each track, in brackets where it is silent or dark. */
export const sent = async ({ page }: Visitor): Promise<string[]> =>
  await page.evaluate(() => {
    const lines: RTCPeerConnection[] = Reflect.get(window, 'lines')
    return lines
      .filter(({ connectionState }) => connectionState === 'connected')
      .flatMap((line) => line.getSenders().flatMap(({ track }) => track ?? []))
      .filter(({ readyState }) => readyState === 'live')
      .map(({ kind, label, enabled }) => (enabled ? `${kind} ${label}` : `(${kind} ${label})`))
      .toSorted()
  })

/** Lets devices be pulled out and plugged in by their names, as the browser tells of it; to be called before the page is loaded. */
export async function canUnplug({ page }: Visitor): Promise<void> {
  await page.addInitScript(() => {
    const gone = new Set<string>()
    Object.assign(window, { gone })
    const { mediaDevices } = navigator
    const list = mediaDevices.enumerateDevices.bind(mediaDevices)
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.enumerateDevices = async () => (await list()).filter(({ label }) => !gone.has(label))
    mediaDevices.getUserMedia = async (wish) => {
      const all = await list()
      const { audio, video } = wish ?? {}
      const fit = (kind: MediaDeviceKind, one?: boolean | MediaTrackConstraints) => {
        if (typeof one !== 'object') return one
        const there = all.filter((each) => each.kind === kind && !gone.has(each.label))
        const exact = Reflect.get(Object(one.deviceId), 'exact')
        if (exact !== undefined && !there.some(({ deviceId }) => deviceId === exact))
          throw new OverconstrainedError('deviceId')
        const [first] = there
        if (!first) throw new DOMException('', 'NotFoundError')
        return { ...one, deviceId: { exact: String(exact ?? first.deviceId) } }
      }
      return await open({ ...wish, audio: fit('audioinput', audio), video: fit('videoinput', video) })
    }
  })
}

/** Pulls a device out, or plugs it in: its tracks end, and the browser says that something has changed. */
export async function plugs({ page }: Visitor, label: string, isIn: boolean): Promise<void> {
  await page.evaluate(
    ({ name, comes }) => {
      const gone: Set<string> = Reflect.get(window, 'gone')
      const given: MediaStreamTrack[] = Reflect.get(window, 'given')
      if (comes) gone.delete(name)
      else gone.add(name)
      for (const track of given.filter((each) => !comes && each.label === name && each.readyState === 'live')) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    },
    { name: label, comes: isIn },
  )
}
