import type { Logger } from 'pino'
import type { Store } from './store.ts'
import { WorkerThread } from './worker-thread.ts'

const FILE = new URL('store-worker.ts', import.meta.url)

/**
 * A SQLite store that works in two threads of its own, so that no disk holds up the loop: one reads and writes, and one makes
 * snapshots and checkpoints. Throws a sentence where the data cannot be opened. What is asked while a thread is away fails.
 */
export async function openStore(dataFolder: string, log: Logger): Promise<Store> {
  const writer = await WorkerThread.start<Store>(FILE, { dataFolder, checkpoints: 'never' }, log)
  // It opens what the first has brought to its present shape.
  const keeper = await WorkerThread.start<Store>(FILE, { dataFolder, checkpoints: 'regularly' }, log)
  const ask =
    <M extends keyof Store>(method: M) =>
    (...args: Parameters<Store[M]>) =>
      writer.call(method, args)
  return {
    createRoom: ask('createRoom'),
    room: ask('room'),
    links: ask('links'),
    linkByKey: ask('linkByKey'),
    putPerson: ask('putPerson'),
    person: ask('person'),
    personByKey: ask('personByKey'),
    running: ask('running'),
    replaceLink: ask('replaceLink'),
    begin: ask('begin'),
    append: ask('append'),
    owner: ask('owner'),
    own: ask('own'),
    renewOwner: ask('renewOwner'),
    disown: ask('disown'),
    loadFrom: ask('loadFrom'),
    snapshot: ask('snapshot'),
    putSnapshot: ask('putSnapshot'),
    messages: ask('messages'),
    threads: ask('threads'),
    feedback: ask('feedback'),
    endedBefore: ask('endedBefore'),
    dropSession: ask('dropSession'),
    dropPeople: ask('dropPeople'),
    setDeleted: ask('setDeleted'),
    deletedBefore: ask('deletedBefore'),
    deleteRoom: ask('deleteRoom'),
    forgetPerson: ask('forgetPerson'),
    forgetting: ask('forgetting'),
    eraseSome: ask('eraseSome'),
    clockSeen: ask('clockSeen'),
    putClockSeen: ask('putClockSeen'),
    scrub: async (anew) => await keeper.call('scrub', [anew]),
    renewSnapshot: async (session) => await keeper.call('renewSnapshot', [session]),
    async close() {
      await keeper.stop()
      await writer.stop()
    },
  }
}
