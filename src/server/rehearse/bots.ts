/**
 * The process of a rehearsal's bots, a child of the server: told once where to come in and how many, it says how long each hand took,
 * in ms, and ends when all bots are gone, or with its parent.
 */
import * as v from 'valibot'
import type { Millis } from '../../protocol/types.ts'
import { bringCrowd } from './crowd.ts'

const Order = v.object({ server: v.string(), link: v.string(), bots: v.number() })

const raised = (took: Millis) => void process.send?.({ took })

process.on('disconnect', () => process.exit(0))
process.once('message', (message) => {
  const { server, link, bots } = v.parse(Order, message)
  bringCrowd({ server: new URL(server), link }, bots, raised).then(
    () => process.exit(0),
    (fault: unknown) => {
      process.stderr.write(`${String(fault)}\n`)
      process.exit(1)
    },
  )
})
