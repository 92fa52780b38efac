import { useEffect, useState } from 'react'

/** Whether so many ms have passed since the component was first drawn. */
export function usePassed(wait: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), wait)
    return () => clearTimeout(timer)
  }, [wait])
  return passed
}
