/** Keeps the screen on while one is in the room, wherever the browser can; runs until the returned function is called. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let lock: WakeLockSentinel | null = null
  let isOver = false
  const hold = async () => {
    if (document.hidden || isOver) return
    // A battery that is low says no; the room goes on.
    lock = await navigator.wakeLock.request('screen').catch(() => null)
    if (isOver) await lock?.release()
  }
  // A page that was hidden has lost it.
  const again = () => void hold()
  document.addEventListener('visibilitychange', again)
  void hold()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
