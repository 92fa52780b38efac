/** The arguments of a message about several people: two names, the number, and how many there are besides the first. */
export function peopleList(names: readonly string[]): { n: number; first: string; second: string; others: number } {
  const [first = '', second = ''] = names
  return { n: names.length, first, second, others: names.length - 1 }
}
