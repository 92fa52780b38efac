import { expect, test } from 'vitest'
import { does, given } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { bringsFiles, hasFile, reachOf, seesPresented, WHOLE } from './reading.ts'

const plan = { document: 'plan'.padEnd(22, '_'), kind: 'slides', name: 'Plan.pdf', pages: 9, durationMs: null } as const

test('[PAGES-4] who is inside reads a page further than was shown; who presents and who runs the room all of it', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, hana, { type: 'setPermissions', person: noor.id, permissions: { presentContent: true } })
  does(session, noor, { type: 'presentContent', document: plan.document, page: 3, instead: null }, 1, { item: plan })
  const reach = (who: { id: string }) => {
    const person = seesPresented(session, who.id, plan.document)
    return person && reachOf(session, person)
  }
  expect([reach(noor), reach(kwame), reach(mei)]).toEqual([WHOLE, WHOLE, { upTo: 4, hasNotes: false }])
  expect(reach(amara)).toBeNull()
  expect(seesPresented(session, mei.id, 'other'.padEnd(22, '_'))).toBeNull()
  does(session, hana, { type: 'endSession' })
  expect(reach(mei)).toBeNull()
})

test('[CONTENT-1] [CONTENT-10] speakers have their own files, who runs the room all, and viewers none', () => {
  const speaker = { id: 'speaker', role: 'speaker' } as const
  expect([hasFile(speaker, 'speaker'), hasFile(speaker, 'other')]).toEqual([true, false])
  expect(hasFile({ id: 'moderator', role: 'moderator' }, 'other')).toBe(true)
  expect([bringsFiles({ role: 'participant' }), hasFile({ id: 'me', role: 'participant' }, 'me')]).toEqual([
    false,
    false,
  ])
  expect(bringsFiles({ role: 'participant', custom: { presentContent: true } })).toBe(true)
})
