import { spread } from '../spread.ts'
import { paced, type Load } from './load.ts'

// In ms: twenty hands a second are a restless room.
const EVERY = 50

const RAISED = /"type":"handRaised"[^{}]*?"person":"([\w-]+)"/g

/** Has so many people raise a hand, one after the other, and lower it again. Gives how long each was on its way to the moderator, in ms. */
export async function raiseHands(load: Load, many: number) {
  const { host, inside } = load
  const raised = new Map<string, (at: number) => void>()
  host.heard = (text) => {
    const at = performance.now()
    for (const [, person = ''] of text.matchAll(RAISED)) raised.get(person)?.(at)
  }
  const times: number[] = []
  await paced(many, EVERY, async (n) => {
    const member = inside[(n * 7) % inside.length]
    if (!member) throw new Error('nobody is inside')
    const { id } = member.who
    const started = performance.now()
    const seen = new Promise<number>((told) => raised.set(id, told))
    await member.does({ type: 'raiseHand' })
    times.push((await seen) - started)
    await member.does({ type: 'lowerHand', person: id })
  })
  host.heard = () => {}
  return spread(times, 1)
}
