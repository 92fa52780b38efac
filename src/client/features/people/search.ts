import { searchKey } from '../../../rules/audience/search-key.ts'

/** The search in the list, and whether a name matches; an empty search matches every name. [AUDIENCE-7] */
export type Search = { text: string; isOn: boolean; finds: (name: string) => boolean }

export function searchFor(typed: string): Search {
  const text = typed.trim()
  const wanted = searchKey(text)
  return { text, isOn: wanted !== '', finds: (name) => searchKey(name).includes(wanted) }
}
