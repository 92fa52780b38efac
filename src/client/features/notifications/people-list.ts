/** What a message about several people is given: two names, how many there are, and how many beside the first. */
export function peopleList(names: readonly string[]): { n: number; first: string; second: string; others: number } {
  const [first = '', second = ''] = names
  return { n: names.length, first, second, others: names.length - 1 }
}
