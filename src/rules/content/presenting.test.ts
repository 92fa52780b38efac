import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, pageOf, tries } from '../../../test/rules/given.ts'
import type { Command } from '../../protocol/commands.ts'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import { beforeOf, deliveryOf, viewFor } from '../audience/audience.ts'
import { evolve } from '../evolve.ts'
import { permissionsOf } from '../permissions/policy.ts'
import type { Actor } from '../outcome.ts'
import type { Session } from '../session/session.ts'
import { documentOf } from './presenting.ts'

const slides: ContentItem = item('slides', { name: 'Plan.pdf', pages: 9 })
const film: ContentItem = item('film', { name: 'Walk.mp4', durationMs: 60_000 })
const picture: ContentItem = item('picture', { name: 'Harbour.png', pages: 1 })
const ITEMS = [slides, film, picture]

function item(kind: ContentItem['kind'], more: Partial<ContentItem>): ContentItem {
  return { document: kind.padEnd(22, '_'), kind, name: '', pages: null, durationMs: null, ...more }
}
const present = (what: ContentItem, page = 1, instead: string | null = null): Command => ({
  type: 'presentContent',
  document: what.document,
  page,
  instead,
})
const turn = (page: number, document = slides.document): Command => ({ type: 'turnPage', document, page })
const stop = ({ id }: { id: string }): Command => ({ type: 'stopContent', person: id })
const share: Command = { type: 'startShare', sound: false, instead: null }

const looked = (command: Command) => ({ item: ITEMS.find((each) => each.document === documentOf(command)) ?? null })
const act = (session: Session, who: Actor, command: Command, at = 1) => does(session, who, command, at, looked(command))
const said = (session: Session, who: Actor, command: Command) => tries(session, who, command, 1, looked(command))

/** Noor and Mei may present, as viewers. */
function permitted() {
  const session = given('webinar', hana, kwame, amara, noor, mei)
  for (const { id } of [noor, mei])
    does(session, hana, { type: 'setPermissions', person: id, permissions: { presentContent: true } })
  return session
}

test('[PRESENT-1] who runs the room presents, and whoever has the permission, also as a viewer, what there is to show', () => {
  const session = permitted()
  expect(said(session, amara, present(slides))).toBe('not-permitted')
  expect(said(session, kwame, present(slides))).toBe('allowed')
  expect(said(session, noor, present(item('slides', { document: 'none'.padEnd(22, '_') })))).toBe('nothing-to-present')
  act(session, noor, present(slides, 3), 7)
  expect(session.content).toEqual({
    person: noor.id,
    at: 7,
    item: slides,
    page: 3,
    furthest: 3,
    playback: null,
    zoom: null,
  })
  expect(session.people.get(noor.id)?.place).toBe('viewer')
  expect(act(session, noor, present(slides, 3))).toEqual([])
  act(session, noor, present(slides, 900))
  expect(session.content?.page).toBe(9)
})

test('[PRESENT-1] nobody presents from the backstage, and who is led there stops', () => {
  const session = permitted()
  act(session, noor, present(slides))
  does(session, hana, { type: 'holdBackstage', person: noor.id })
  does(session, noor, ON_STAGE)
  expect(session.content).toBeNull()
  expect(said(session, noor, present(slides))).toBe('not-from-backstage')
})

test('[PRESENT-2] everybody is told who presents what, also who did not know them and who comes later; nobody at the door', () => {
  const session = permitted()
  const event = { type: 'contentPresented', at: 1, person: noor.id, item: slides, page: 2 } as const
  const before = beforeOf(session, event)
  evolve(session, event)
  expect(deliveryOf(session, event, before).everyone).toMatchObject([{ type: 'met' }, event])
  expect(viewFor(session, mei.id).content).toMatchObject({ person: noor.id, page: 2 })
  expect(viewFor(session, mei.id).people.map(({ id }) => id)).toContain(noor.id)
  expect(viewFor(session, 'nobody').content).toBeNull()
})

test('[PRESENT-3] a screen and content have one main place: another takes over only from who they agreed to end', () => {
  const session = permitted()
  act(session, noor, present(slides))
  expect(said(session, mei, present(film))).toBe('someone-shares')
  expect(said(session, mei, present(film, 1, hana.id))).toBe('someone-shares')
  expect(said(session, kwame, share)).toBe('someone-shares')
  expect(act(session, mei, present(film, 1, noor.id))).toMatchObject([
    { type: 'contentEnded', person: noor.id, why: 'taken', by: mei.id },
    { type: 'contentPresented', person: mei.id },
  ])
  expect(act(session, kwame, { ...share, instead: mei.id })).toMatchObject([
    { type: 'contentEnded', person: mei.id, why: 'taken', by: kwame.id },
    { type: 'shareStarted', person: kwame.id },
  ])
  expect(session.content).toBeNull()
  expect(said(session, noor, present(slides, 1, kwame.id))).toBe('sharer-first')
  expect(act(session, hana, present(slides, 1, kwame.id))).toMatchObject([
    { type: 'shareEnded', person: kwame.id, why: 'taken' },
    { type: 'contentPresented', person: hana.id },
  ])
  expect(said(session, kwame, { ...share, instead: hana.id })).toBe('sharer-first')
})

test('[PRESENT-3] what one shows oneself makes way without a question', () => {
  const session = permitted()
  does(session, kwame, share)
  expect(act(session, kwame, present(slides))).toMatchObject([
    { type: 'shareEnded', person: kwame.id, why: 'self' },
    { type: 'contentPresented' },
  ])
  expect(act(session, kwame, share)).toMatchObject([{ type: 'contentEnded', why: 'self' }, { type: 'shareStarted' }])
  act(session, kwame, present(slides))
  expect(act(session, kwame, present(film))).toMatchObject([{ type: 'contentPresented', item: film }])
})

test('[PRESENT-4] who presents turns the pages, and who could stop it; what comes late changes nothing', () => {
  const session = permitted()
  expect(said(session, hana, turn(2))).toBe('not-presented')
  act(session, noor, present(slides))
  expect(said(session, mei, turn(2))).toBe('not-allowed')
  expect(said(session, noor, turn(2, film.document))).toBe('not-presented')
  expect(act(session, noor, turn(4))).toMatchObject([{ type: 'pageTurned', person: noor.id, page: 4, by: noor.id }])
  expect(act(session, kwame, turn(2))).toMatchObject([{ page: 2, by: kwame.id }])
  expect(session.content).toMatchObject({ page: 2, furthest: 4 })
  expect(act(session, noor, turn(2))).toEqual([])
  act(session, noor, turn(50))
  expect(session.content).toMatchObject({ page: 9, furthest: 9 })
  act(session, hana, present(slides, 1, noor.id))
  expect(said(session, kwame, turn(2))).toBe('not-allowed')
})

test('[PRESENT-5] presenting ends with its person, the permission, the file, and by who runs the room', () => {
  const ends: [string, (session: Session) => unknown][] = [
    ['self', (session) => act(session, noor, stop(noor))],
    ['stopped', (session) => act(session, kwame, stop(noor))],
    ['leaves', (session) => act(session, noor, { type: 'leave' })],
    ['removed', (session) => act(session, hana, { type: 'removeFromRoom', person: noor.id, lasting: false })],
    [
      'rights',
      (session) =>
        act(session, hana, { type: 'setPermissions', person: noor.id, permissions: { presentContent: false } }),
    ],
    ['gone', (session) => happens(session, { type: 'contentGone', document: slides.document })],
    ['ended', (session) => act(session, hana, { type: 'endSession' })],
  ]
  for (const [why, end] of ends) {
    const session = permitted()
    act(session, noor, present(slides))
    end(session)
    expect(session.content, why).toBeNull()
  }
})

test('[PRESENT-5] it goes on while its person is cut off, loads the page again, or has the share permission taken', () => {
  const session = permitted()
  act(session, noor, present(slides, 5))
  happens(session, { type: 'connectionLost', person: noor.id, clean: true })
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(mei) })
  happens(session, { type: 'contentGone', document: film.document })
  does(session, hana, {
    type: 'setPermissions',
    person: noor.id,
    permissions: { ...permissionsOf(noor), presentContent: true, chat: false },
  })
  expect(session.content).toMatchObject({ person: noor.id, page: 5 })
  expect(said(session, mei, stop(noor))).toBe('not-allowed')
  expect(act(session, kwame, stop(mei))).toEqual([])
})

test('[PRESENT-5] a moderator who is one no longer presents no longer', () => {
  const session = permitted()
  act(session, kwame, present(slides))
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'participant' })
  expect(session.content).toBeNull()
})

test('[PRESENT-6] films play from the beginning, and for everybody at the same place', () => {
  const session = permitted()
  const play = (playing: boolean, positionMs: number, { document } = film): Command => ({
    type: 'playContent',
    document,
    playing,
    positionMs,
  })
  act(session, noor, present(film), 100)
  expect(session.content?.playback).toEqual({ playing: true, positionMs: 0, at: 100 })
  expect(said(session, mei, play(false, 3_000))).toBe('not-allowed')
  act(session, noor, play(false, 3_000), 3_100)
  expect(session.content?.playback).toEqual({ playing: false, positionMs: 3_000, at: 3_100 })
  act(session, kwame, play(true, 900_000), 4_000)
  expect(session.content?.playback).toEqual({ playing: true, positionMs: 60_000, at: 4_000 })
  act(session, noor, present(slides))
  expect(said(session, noor, play(true, 0, slides))).toBe('not-presented')
})

test('[PRESENT-7] a part of a picture is shown to everybody, until another page or file', () => {
  const session = permitted()
  const zoom = { scale: 2, x: 0.25, y: 1 }
  act(session, noor, present(picture))
  const near: Command = { type: 'zoomContent', document: picture.document, zoom }
  expect(said(session, mei, near)).toBe('not-allowed')
  act(session, noor, near)
  expect(session.content?.zoom).toEqual(zoom)
  expect(act(session, noor, near)).toEqual([])
  act(session, noor, { ...near, zoom: null })
  expect(session.content?.zoom).toBeNull()
  act(session, noor, present(slides))
  expect(said(session, noor, { ...near, document: slides.document })).toBe('not-presented')
})

test('[PRESENT-8] who presents is not the one to make room on a full stage', () => {
  const session = permitted()
  does(session, hana, { type: 'setStageSize', size: 1 })
  for (const { id } of [noor, amara]) does(session, hana, { type: 'invite', person: id })
  does(session, noor, ON_STAGE)
  expect(tries(session, amara, ON_STAGE, 100_000)).toBe('allowed')
  act(session, noor, present(slides))
  expect(tries(session, amara, ON_STAGE, 100_000)).toBe('stage-full')
})
