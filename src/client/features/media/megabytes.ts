const MB = 1_000_000

/** A size in megabytes as a language writes it: with one digit after the point below ten. `bytes`: of 8 bits. */
export function megabytes(bytes: number, language: string): string {
  const size = bytes / MB
  const maximumFractionDigits = size < 10 ? 1 : 0
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits }).format(
    size > 0 ? Math.max(0.1, size) : 0,
  )
}
