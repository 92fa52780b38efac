import { getLogger, LocalAudioTrack, LoggerNames, LogLevel } from 'livekit-client'

/** What the room uses of LiveKit's client. It logs from warnings on; `localStorage['loglevel:livekit'] = 'DEBUG'` lets it say more. */
export { LocalVideoTrack, Room, Track, VideoPreset } from 'livekit-client'

/** A sound of this page. Its client would listen for silence by an audio graph of its own, which not every browser gives. */
export class OwnSound extends LocalAudioTrack {
  override async checkForSilence(): Promise<boolean> {
    return await Promise.resolve(false)
  }
}

/** It reports on every track that ends, and the browser keeps what was logged with its objects, a thousand lines of them. */
export function logWarningsOnly(): void {
  for (const name of Object.values(LoggerNames)) getLogger(name).setDefaultLevel(LogLevel.warn)
}

logWarningsOnly()
