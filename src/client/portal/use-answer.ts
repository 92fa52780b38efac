import { useEffect, useState } from 'react'
import type { Answer } from './api.ts'

/** Asks the server once for what a page shows; null until it has answered. */
export function useAnswer<T>(ask: (about: string) => Promise<Answer<T>>, about: string): Answer<T> | null {
  const [answered, setAnswered] = useState<{ about: string; answer: Answer<T> } | null>(null)
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const answer = await ask(about)
      if (wanted) setAnswered({ about, answer })
    }
    void look()
    return () => {
      wanted = false
    }
  }, [ask, about])
  return answered?.about === about ? answered.answer : null
}
