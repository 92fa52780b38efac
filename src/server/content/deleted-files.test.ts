import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { PDF } from '../../../test/rules/content-files.ts'
import { mei } from '../../../test/rules/people.ts'
import { newFolder, openScene } from '../../../test/server/app-server.ts'
import { pdfOf } from '../../../test/server/conversion.ts'
import { Tus } from '../../../test/server/uploads.ts'
import { contentPath } from '../../protocol/portal/content.ts'
import { openDatabase } from '../database/database.ts'
import { openFolder } from '../files/files.folder.ts'
import { newId } from '../secrets.ts'
import { Documents } from './documents.ts'

const PATIENT = 120_000
const poll = { timeout: 60_000 }

/** What somebody waits for until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((done) => (open = done))
  return { opened, open: () => open() }
}

test('[CONTENT-6] [CONTENT-8] a file that is brought again while the same is deleted has all that is in it', async () => {
  const scene = await openScene()
  const { room } = await scene.creates()
  // Nobody else looks after its files meanwhile.
  await scene.close()
  const database = openDatabase(scene.folder, pino({ level: 'silent' }))
  onTestFinished(async () => await database.destroy())
  const files = await openFolder(newFolder())
  const [begun, goesOn] = [gate(), gate()]
  const documents = new Documents({
    database,
    files,
    clock: scene.clock,
    limits: { document: 1e6, film: 1e6, room: 1e6 },
    renditions: {
      add: () => {},
      made: async () => null,
      async forget() {
        begun.open()
        await goesOn.opened
      },
    },
    gone: () => {},
    lost: () => {},
  })
  const path = join(newFolder(), 'Plan.pdf')
  writeFileSync(path, PDF)
  const brings = async () => {
    const upload = { id: newId(), room, owner: 'somebody', name: 'Plan.pdf', bytes: PDF.length }
    await database
      .insertInto('uploads')
      .values({ ...upload, at: 0 })
      .execute()
    const taken = await documents.take({ ...upload, path })
    return 'document' in taken ? await documents.find(room, taken.document.id) : null
  }
  const first = await brings()
  const removing = first && documents.remove(first)
  await begun.opened
  const bringing = brings()
  // Nothing of it is deleted before the second is there.
  await expect
    .poll(async () => await database.selectFrom('documents').select('id').where('room', '=', room).execute(), poll)
    .toHaveLength(1)
  goesOn.open()
  await removing
  const second = await bringing
  expect(second && (await documents.original(second))?.size).toBe(PDF.length)
})

test(
  '[PAGES-5] a page that is drawn large while its file is deleted leaves nothing',
  { timeout: PATIENT },
  async () => {
    const scene = await openScene()
    const [tus, host] = [new Tus(scene), await scene.creates()]
    const plan = await tus.brings(host, 'Plan.pdf', await pdfOf(['One']))
    const state = async (at: number) => (await tus.list(host, '?order=up')).documents[at]?.state
    await expect.poll(async () => await state(0), poll).toBe('ready')
    await scene.get(`${contentPath(host.room, plan.id)}/pages/1/2880`, host)
    const converted = join(scene.folder, 'converted')
    const isDrawing = () => existsSync(converted) && readdirSync(converted).some((name) => name.endsWith('-large'))
    await expect.poll(isDrawing, { ...poll, interval: 5 }).toBe(true)
    await scene.post(`/api/rooms/${host.room}/documents/${plan.id}/delete`, {}, host)
    // Its turn comes after what was begun.
    await tus.brings(host, 'Other.pdf', await pdfOf(['Two']))
    await expect.poll(async () => await state(0), poll).toBe('ready')
    expect(readdirSync(join(scene.folder, 'files')).filter((name) => name.endsWith('2880'))).toEqual([])
  },
)

test(
  '[CONTENT-8] [PRESENT-5] what is presented ends where it goes with the data of whose it is',
  { timeout: PATIENT },
  async () => {
    const scene = await openScene()
    const [tus, host] = [new Tus(scene), await scene.creates()]
    const speaker = await scene.enters(host, 'speaker', mei)
    const plan = await tus.brings(speaker, 'Plan.pdf', await pdfOf(['One']))
    await expect.poll(async () => (await tus.list(speaker)).documents[0]?.state, poll).toBe('ready')
    const [stage, hers] = [await scene.joins(host), await scene.joins(speaker)]
    await stage.does({ type: 'presentContent', document: plan.id, page: 1, instead: null })
    await hers.asks({ type: 'deleteMyData' }).catch(() => null)
    await expect.poll(async () => await tus.names(host, '?whose=room'), poll).toEqual([])
    await scene.passes(60_000, stage)
    expect(await stage.told('contentEnded')).toMatchObject({ why: 'gone' })
  },
)

test('[PAGES-2] what a server that was killed had before it is gone with the next start', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'converted', 'file-large'), { recursive: true })
  writeFileSync(join(folder, 'converted', 'file-in'), PDF)
  await openScene({ folder })
  expect(existsSync(join(folder, 'converted', 'file-in'))).toBe(false)
})
