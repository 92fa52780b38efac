const NOTE_S = 0.35
/** A triad, in Hz, for testing the speaker. */
const TEST = { notes: [392, 494, 587], loudness: 0.3 }
/** Two rising notes for an alert: quiet, because somebody may be speaking on stage. */
const CALL = { notes: [587, 784], loudness: 0.08 }

/** Plays a short sound on a speaker by its id, else where the room plays; resolves when it is over. */
export async function chime(what: 'test' | 'call', speaker: string | null): Promise<void> {
  const { notes, loudness } = what === 'test' ? TEST : CALL
  const context = new AudioContext()
  const out = new MediaStreamAudioDestinationNode(context)
  const audio = document.createElement('audio')
  audio.srcObject = out.stream
  document.body.append(audio)
  try {
    // A speaker that was unplugged since cannot play: then the default does.
    if (speaker && 'setSinkId' in audio) await audio.setSinkId(speaker).catch(() => {})
    await audio.play()
    const played = notes.map((frequency, n) => play(context, out, { frequency, loudness }, n * NOTE_S))
    await played.at(-1)
  } finally {
    audio.remove()
    await context.close()
  }
}

type Note = { frequency: number; loudness: number }

/** Plays one note after some seconds. */
async function play(context: AudioContext, out: AudioNode, { frequency, loudness }: Note, after: number) {
  const at = context.currentTime + after
  const note = new OscillatorNode(context, { frequency, type: 'triangle' })
  const swell = new GainNode(context, { gain: 0 })
  swell.gain.setValueAtTime(0, at)
  swell.gain.linearRampToValueAtTime(loudness, at + 0.02)
  swell.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S)
  note.connect(swell).connect(out)
  note.start(at)
  note.stop(at + NOTE_S)
  await new Promise((over) => note.addEventListener('ended', over))
}
