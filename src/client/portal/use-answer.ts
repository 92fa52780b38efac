import { useEffect, useState } from 'react'
import type { Answer } from './api.ts'

const AGAIN_MS = 4_000

/**
 * Asks the server for what a page shows; null until it has answered. While the server cannot be reached it is asked again, by itself or by
 * `again`.
 */
export function useAnswer<T>(
  ask: (about: string) => Promise<Answer<T>>,
  about: string,
): readonly [answer: Answer<T> | null, again: () => void] {
  const [answered, setAnswered] = useState<{ about: string; answer: Answer<T> } | null>(null)
  const [times, setTimes] = useState(0)
  const again = () => setTimes((before) => before + 1)
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await ask(about)
      if (!wanted) return
      setAnswered({ about, answer })
      if ('unreachable' in answer) timer = setTimeout(() => setTimes((before) => before + 1), AGAIN_MS)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, about, times])
  return [answered?.about === about ? answered.answer : null, again]
}
