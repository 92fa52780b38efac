import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../node_modules/livekit-client/src/index.ts', import.meta.url))
// An empty script: the client imports the shim for what it does, and takes nothing from it.
const nothing = 'data:text/javascript,'

/**
 * LiveKit's client from the sources in its package: for the browsers that we build for it is 4 kB smaller than the build beside
 * them, which is for older ones. Its shim of WebRTC, 10 kB more, is left to those who need it (src/client/call/media/load-livekit.ts).
 */
export const mediaEngine = [
  { find: /^livekit-client$/, replacement: sources },
  { find: /^webrtc-adapter$/, replacement: nothing },
]
