import { isAccessible } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'

const story = stories()

story('[ASK-1] [ASK-2] a colleague with the address alone asks to be let in, and is', async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  await hana.createsRoom('Council', 'Interactive')
  const address = hana.page.url()
  const noor = await visitor('Noor Rahimi', PHONE)
  await noor.page.goto(address)
  await noor.reads(/You need an invite link/)
  await hana.presses('Join now')
  await hana.presses('Join as viewer')
  await hana.button('Leave').waitFor()
  await noor.page.reload()
  await noor.types('Your name', 'Noor Rahimi')
  await isAccessible(noor)
  await noor.presses('Ask to be let in')
  await noor.presses('Join as viewer')
  await noor.heading('You are in the waiting room').waitFor()
  await hana.readsParticipants()
  await hana.group('Waiting').getByText('Has no invitation').waitFor()
  await isAccessible(hana)
  await hana.group('Waiting').getByRole('button', { name: 'Admit', exact: true }).click()
  await noor.button('Leave').waitFor()
})
