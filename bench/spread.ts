/** How values lie: the number of them, the median, the 95th and 99th percentile and the largest, each rounded to `digits`. */
export function spread(values: readonly number[], digits = 0) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN, digits)
  return { n: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function rounded(value: number, digits = 0): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
