import { searchKey } from '../../../rules/audience/search-key.ts'

/** What is searched for in the list, and whether a name holds it; with nothing typed every name does. [AUDIENCE-7] */
export type Search = { text: string; isOn: boolean; finds: (name: string) => boolean }

export function searchFor(typed: string): Search {
  const text = typed.trim()
  const wanted = searchKey(text)
  return { text, isOn: wanted !== '', finds: (name) => searchKey(name).includes(wanted) }
}
