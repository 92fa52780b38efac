/** Whether this browser has WebRTC: some have it turned off. */
export function hasWebRtc(): boolean {
  return 'RTCPeerConnection' in globalThis
}

/** LiveKit's client, loaded when it is first needed. */
export async function loadEngine(): Promise<typeof import('./livekit.ts')> {
  return await import('./livekit.ts')
}
