import { useEffect, useState } from 'react'
import styles from './invites.module.css'

// What a camera needs around it, in modules (ISO/IEC 18004).
const QUIET = 4

/** An address as a QR code. It stays black on white: many cameras read no other. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null)
  useEffect(() => {
    let wanted = true
    const draw = async () => {
      const { encode } = await import('uqr')
      const { size, data } = encode(address, { border: QUIET, ecc: 'M' })
      if (wanted) setCode({ size, path: pathOf(data) })
    }
    // Without it there is still the address.
    draw().catch(() => {})
    return () => {
      wanted = false
    }
  }, [address])
  if (!code) return <div className={styles.code} />
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${code.size} ${code.size}`} className={styles.code}>
      <path d={code.path} shapeRendering="crispEdges" />
    </svg>
  )
}

/** A square for each dark module. */
function pathOf(data: readonly (readonly boolean[])[]): string {
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return squares.join('')
}
