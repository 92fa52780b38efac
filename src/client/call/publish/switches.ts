import type { Command } from '../../../protocol/commands.ts'
import type { Source } from '../../../protocol/types.ts'
import { whyNotTurnOn } from '../../../rules/stage/turn-on.ts'
import type { DeviceFault } from '../devices/device-state.ts'
import type { OwnDevices } from '../devices/devices.ts'
import type { CallState, NoticeBody, WhyNot } from '../call-state.ts'
import type { OwnTracks } from './published-tracks.ts'

/** What the switches need from their call. */
type Dependencies = {
  state(): CallState
  /** The pressed state until it is answered; null when it is. */
  expect(source: Source, on: boolean | null): void
  /** Asks the server; a rejection makes a notice. */
  ask(command: Command): Promise<WhyNot | null>
  /** The same for something that has been done here already. */
  askBack(command: Command): Promise<WhyNot | null>
  notify(news: NoticeBody): void
}

/**
 * The switches of one's own microphone and camera. [MUTE-7] A press acts here at once, as far as the rules allow, and is sent to the server
 * at the same time. Of several presses the last one counts, in whatever order the answers come.
 */
export class OwnSwitches {
  readonly #devices: OwnDevices
  readonly #own: OwnTracks
  readonly #needs: Dependencies
  readonly #presses: Record<Source, number> = { microphone: 0, camera: 0 }

  constructor(devices: OwnDevices, own: OwnTracks, needs: Dependencies) {
    this.#devices = devices
    this.#own = own
    this.#needs = needs
  }

  async turn(source: Source, on: boolean): Promise<WhyNot | 'silenced' | null> {
    if (!on) return await this.#turnOff(source)
    if (this.#devices.state.silenced[source]) {
      this.#needs.notify({ kind: 'device-fault', source, fault: 'silenced' })
      return 'silenced'
    }
    return await this.#turnOn(source)
  }

  /** Turns off what the session has on and this page cannot provide, so that everybody knows. */
  async offWhereMissing(source: Source): Promise<void> {
    if (this.#needs.state().me?.[source] && !this.#devices.track(source)) await this.turn(source, false)
  }

  /** [DEVICE-3] A device that sends nothing any more is not shown to others as on; it takes a press to turn it on again. */
  async lost(source: Source, fault: DeviceFault): Promise<void> {
    if (!this.#needs.state().me?.[source]) return
    this.#needs.notify({ kind: 'device-fault', source, fault })
    await this.turn(source, false)
  }

  async #turnOn(source: Source): Promise<WhyNot | null> {
    const needs = this.#needs
    const press = ++this.#presses[source]
    const wasOpen = this.#devices.track(source) !== null
    this.#own.press(source)
    const opening = this.#isSure(source) ? this.#openNow(source) : null
    const no = await needs.ask(commandFor(source, true))
    if (press !== this.#presses[source]) return no
    needs.expect(source, null)
    // The answer may be old by now: what the session says at this moment counts.
    if (needs.state().me?.[source]) this.#own.press(source)
    else this.#own.release(source)
    if (no) {
      if (!wasOpen) this.#devices.stop(source)
      return no
    }
    const fault = await (opening ?? this.#devices.openOne(source))
    if (press !== this.#presses[source]) return null
    if (fault) needs.notify({ kind: 'device-fault', source, fault })
    await this.offWhereMissing(source)
    return null
  }

  /** [MUTE-1] Turned off at once; the server is told afterwards. */
  async #turnOff(source: Source): Promise<WhyNot | null> {
    const press = ++this.#presses[source]
    this.#own.release(source)
    if (source === 'camera') this.#devices.stop(source)
    this.#needs.expect(source, false)
    const no = await this.#needs.askBack(commandFor(source, false))
    if (press === this.#presses[source]) this.#needs.expect(source, null)
    return no
  }

  async #openNow(source: Source): Promise<DeviceFault | null> {
    this.#needs.expect(source, true)
    return await this.#devices.openOne(source)
  }

  /** Whether the server will agree, as far as this page can know. */
  #isSure(source: Source): boolean {
    const { me, session, connection } = this.#needs.state()
    return connection === 'open' && me !== null && whyNotTurnOn(session, me, source) === null
  }
}

function commandFor(source: Source, on: boolean): Command {
  return { type: source === 'microphone' ? 'turnMicrophone' : 'turnCamera', on }
}
