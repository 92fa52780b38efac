import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'
import { StoreCalls } from './store-calls.ts'
import { StoreDown, type Store } from './store.ts'

// A thread that ended by itself is started again after this time.
const START_AGAIN: Millis = 1_000

/**
 * A SQLite store that works in two threads of its own, so that no disk holds up the loop: one reads and writes, and one makes
 * snapshots and checkpoints. Throws a sentence where the data cannot be opened. What is asked while a thread is away fails.
 */
export async function openStore(dataFolder: string, log: Logger): Promise<Store> {
  const writer = await StoreThread.start({ dataFolder, checkpoints: 'never' }, log)
  // It opens what the first has brought to its present shape.
  const keeper = await StoreThread.start({ dataFolder, checkpoints: 'regularly' }, log)
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

type Given = { dataFolder: string; checkpoints: 'never' | 'regularly' }

/** A thread with a store of its own, started again whenever it ends before `stop`. */
class StoreThread {
  readonly #given: Given
  readonly #log: Logger
  #worker: Worker
  #calls: StoreCalls
  #isStopping = false

  private constructor(given: Given, log: Logger) {
    this.#given = given
    this.#log = log
    ;[this.#worker, this.#calls] = this.#spawn(false)
  }

  static async start(given: Given, log: Logger): Promise<StoreThread> {
    const thread = new StoreThread(given, log)
    try {
      await once(thread.#worker, 'message')
      return thread
    } catch (fault) {
      thread.#isStopping = true
      throw fault
    }
  }

  call<M extends keyof Store>(method: M, args: Parameters<Store[M]>): ReturnType<Store[M]> {
    return this.#calls.call(method, args)
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    const over = once(this.#worker, 'exit')
    await this.#calls.call('close', [])
    await over
  }

  /** A thread that is started again begins no empty file in the place of one that is gone. */
  #spawn(mustExist: boolean): [Worker, StoreCalls] {
    const workerData = { ...this.#given, mustExist }
    const worker = new Worker(new URL('store-worker.ts', import.meta.url), { workerData })
    const calls = new StoreCalls(worker)
    let fault: Error = new StoreDown('The store’s thread has ended.')
    worker.on('error', (cause) => (fault = new StoreDown('The store’s thread has failed.', { cause })))
    worker.on('exit', () => {
      calls.end(fault)
      if (!this.#isStopping) void this.#startAgain(fault)
    })
    return [worker, calls]
  }

  async #startAgain(fault: Error): Promise<void> {
    this.#log.error({ fault }, 'a thread of the store has ended; it is started again')
    await wait(START_AGAIN)
    if (!this.#isStopping) [this.#worker, this.#calls] = this.#spawn(true)
  }
}
