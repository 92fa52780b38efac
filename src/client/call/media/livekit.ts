import { getLogger, LocalAudioTrack, LoggerNames, LogLevel } from 'livekit-client'

/** The part of LiveKit's client that the room uses. It logs warnings and errors; `localStorage['loglevel:livekit'] = 'DEBUG'` makes it log more. */
export { LocalVideoTrack, Room, Track, VideoPreset } from 'livekit-client'

/** A sound track of this page. LiveKit's own class would detect silence with an audio graph, which not every browser provides. */
export class OwnSound extends LocalAudioTrack {
  override async checkForSilence(): Promise<boolean> {
    return await Promise.resolve(false)
  }
}

/** It logs every track that ends, and the browser keeps what was logged with its objects, a thousand lines of them. */
export function logWarningsOnly(): void {
  for (const name of Object.values(LoggerNames)) getLogger(name).setDefaultLevel(LogLevel.warn)
}

logWarningsOnly()
