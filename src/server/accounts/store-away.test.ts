import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { makesRoom, refusalOf } from '../../../test/server/members.ts'

const MEI = { name: 'Mei Tanaka', email: 'mei@example.org' }

test('[STORE-1] whatever is asked of accounts while the store is away is answered with a sentence, and nothing is lost', async () => {
  const scene = await openScene()
  const mei = new Browser(scene)
  await mei.signUp(MEI)
  const room = await makesRoom(mei)
  const { cookie } = mei
  const file = join(scene.folder, 'rostrum.db')
  renameSync(file, `${file}-away`)
  const post = async (path: string, body: unknown = {}, from = cookie) => await scene.post(path, body, { cookie: from })
  const answers = {
    page: await scene.get('/api/account', { cookie }),
    signUp: await post('/api/account/sign-up', { name: 'Noor', email: 'noor@example.org', password: PASSWORD }, ''),
    signIn: await post('/api/account/sign-in', { email: MEI.email, password: PASSWORD }, ''),
    signOut: await post('/api/account/sign-out'),
    password: await post('/api/account/password', { current: PASSWORD, password: 'another one' }),
    passkey: await post('/api/account/passkey-sign-in/begin'),
    myRooms: await scene.get('/api/my/rooms?view=upcoming', { cookie }),
    members: await scene.get(`/api/rooms/${room}/members`, { cookie }),
    claim: await post(`/api/rooms/${room}/claim`),
    people: await scene.get('/api/admin/people', { cookie }),
    reset: await post('/api/account/reset/xyz', { password: 'another one' }, ''),
  }
  renameSync(`${file}-away`, file)
  const said = Object.entries(answers).map(
    ([name, answer]) => `${name} ${answer.status} ${answer.body === '' ? '' : refusalOf(answer)}`,
  )
  expect(said).toEqual(Object.keys(answers).map((name) => `${name} 503 store-down`))
  expect((await mei.account()).account).toMatchObject(MEI)
})
