import { useEffect, useRef, useState } from 'react'
import type { AdminPerson } from '../../../protocol/accounts.ts'
import type { Language } from '../../../protocol/language.ts'
import { useLanguage } from '../../i18n/messages.ts'
import type { Answer } from '../api.ts'
import { readPeople } from './api.ts'

type Shown = { search: string; people: AdminPerson[]; next: string | null }

/** All accounts that a search finds. `more` reads the next hundred; `again` reads anew all that are shown. */
export type PeopleList = { people: AdminPerson[] | null; more: (() => void) | null; again: () => void }

// A server that cannot be reached is asked again.
const AGAIN_MS = 4_000

/** The accounts that a search finds, a hundred after the other; null until the first of this search have come. */
export function usePeople(search: string): PeopleList {
  const language = useLanguage()
  const [shown, setShown] = useState<Shown | null>(null)
  const [times, setTimes] = useState(0)
  const least = useRef(0)
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const most = least.current
    least.current = 0
    const look = async () => {
      const read = await readSome(search, language, most)
      if (!wanted) return
      if ('ok' in read) setShown(read.ok)
      else if ('unreachable' in read) timer = setTimeout(() => void look(), AGAIN_MS)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [search, language, times])
  const found = shown?.search === search ? shown : null
  const again = () => {
    least.current = found?.people.length ?? 0
    setTimes((before) => before + 1)
  }
  const more = async (after: string) => {
    const answer = await readPeople({ search, language, after })
    if (!('ok' in answer)) return
    const { people, next } = answer.ok
    // The list may have become another meanwhile.
    setShown((last) =>
      last?.search === search && last.next === after ? { search, people: [...last.people, ...people], next } : last,
    )
  }
  const next = found?.next ?? null
  return { people: found?.people ?? null, again, more: next === null ? null : () => void more(next) }
}

/** Reads from the beginning, until there are as many as that. */
async function readSome(search: string, language: Language, least: number): Promise<Answer<Shown>> {
  const people: AdminPerson[] = []
  for (let after: string | null = ''; after !== null;) {
    const answer: Awaited<ReturnType<typeof readPeople>> = await readPeople({ search, language, after })
    if (!('ok' in answer)) return answer
    people.push(...answer.ok.people)
    after = answer.ok.next
    if (people.length >= least) return { ok: { search, people, next: after } }
  }
  return { ok: { search, people, next: null } }
}
