/** Three notes of a triad, in Hz, one after the other. */
const NOTES = [392, 494, 587]
const NOTE_S = 0.35

/** Plays a short sound where the room is heard; resolves when it is over. */
export async function playTestSound(speaker: string | null): Promise<void> {
  const context = new AudioContext()
  const out = new MediaStreamAudioDestinationNode(context)
  const audio = document.createElement('audio')
  audio.srcObject = out.stream
  document.body.append(audio)
  try {
    // A speaker that was unplugged since plays nowhere: then where everything plays.
    if (speaker && 'setSinkId' in audio) await audio.setSinkId(speaker).catch(() => {})
    await audio.play()
    const notes = NOTES.map((frequency, n) => play(context, out, frequency, context.currentTime + n * NOTE_S))
    await notes.at(-1)
  } finally {
    audio.remove()
    await context.close()
  }
}

async function play(context: AudioContext, out: AudioNode, frequency: number, at: number): Promise<void> {
  const note = new OscillatorNode(context, { frequency, type: 'triangle' })
  const loudness = new GainNode(context, { gain: 0 })
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.3, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S)
  note.connect(loudness).connect(out)
  note.start(at)
  note.stop(at + NOTE_S)
  await new Promise((over) => note.addEventListener('ended', over))
}
