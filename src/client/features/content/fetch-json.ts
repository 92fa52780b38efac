import { useEffect, useState } from 'react'
import * as v from 'valibot'

const AGAIN_MS = 2_000

/** What an address answers, read by a schema; null until it is there. One that does not answer yet is asked again. */
export function useJson<S extends v.GenericSchema>(schema: S, address: string): v.InferOutput<S> | null {
  const [found, setFound] = useState<{ address: string; value: v.InferOutput<S> } | null>(null)
  useEffect(() => {
    const ending = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const answer = await fetch(address, { signal: ending.signal })
        const read = answer.ok ? v.safeParse(schema, await answer.json()) : null
        if (read?.success) return setFound({ address, value: read.output })
        // Whoever was away for long is back in the room only after a while; until then there is no such file for them.
        if (answer.status !== 425 && answer.status !== 404 && answer.status < 500) return undefined
      } catch {
        if (ending.signal.aborted) return undefined
      }
      timer = setTimeout(() => void look(), AGAIN_MS)
      return undefined
    }
    void look()
    return () => {
      ending.abort()
      clearTimeout(timer)
    }
  }, [schema, address])
  return found?.address === address ? found.value : null
}
