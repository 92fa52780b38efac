import { getLogger, LoggerNames, LogLevel } from 'livekit-client'

/** What the room uses of LiveKit's client. It logs from warnings on; `localStorage['loglevel:livekit'] = 'DEBUG'` lets it say more. */
export { LocalAudioTrack, LocalVideoTrack, Room, Track, VideoPreset } from 'livekit-client'

/** It reports on every track that ends, and the browser keeps what was logged with its objects, a thousand lines of them. */
export function logWarningsOnly(): void {
  for (const name of Object.values(LoggerNames)) getLogger(name).setDefaultLevel(LogLevel.warn)
}

logWarningsOnly()
