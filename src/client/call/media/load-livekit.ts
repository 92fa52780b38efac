/** Whether this browser can receive and send sound and pictures at all: some have it turned off. */
export function hasWebRtc(): boolean {
  return 'RTCPeerConnection' in globalThis
}

/**
 * LiveKit's client, loaded when it is first needed. Chromium has WebRTC as the standard says; other browsers get the shim that
 * LiveKit brings for them first.
 */
export async function loadEngine(): Promise<typeof import('./livekit.ts')> {
  if (!('userAgentData' in navigator)) await import('webrtc-adapter/src/js/adapter_core.js')
  return await import('./livekit.ts')
}
