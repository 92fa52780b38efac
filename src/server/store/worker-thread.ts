import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'
import { StoreDown } from './store.ts'
import { ThreadCalls, type Service } from './thread-calls.ts'

// A thread that ended by itself is started again after this time.
const START_AGAIN: Millis = 1_000

/** What a thread is given, besides `mustExist`: whether the file has to be there already. */
type Given = Readonly<Record<string, unknown>>

/** A thread that does one service (see `answerCalls`), started again whenever it ends before `stop`. What is asked meanwhile fails. */
export class WorkerThread<S extends Service> {
  readonly #file: URL
  readonly #given: Given
  readonly #log: Logger
  #worker: Worker
  #calls: ThreadCalls<S>
  #isStopping = false

  private constructor(file: URL, given: Given, log: Logger) {
    this.#file = file
    this.#given = given
    this.#log = log
    ;[this.#worker, this.#calls] = this.#spawn(false)
  }

  /** Resolves when the thread of this file has opened what it works on; throws why it could not. */
  static async start<S extends Service>(file: URL, given: Given, log: Logger): Promise<WorkerThread<S>> {
    const thread = new WorkerThread<S>(file, given, log)
    try {
      await once(thread.#worker, 'message')
      return thread
    } catch (fault) {
      thread.#isStopping = true
      throw fault
    }
  }

  call<M extends keyof S & string>(method: M, args: Parameters<S[M]>): ReturnType<S[M]> {
    return this.#calls.call(method, args)
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    const over = once(this.#worker, 'exit')
    await this.#calls.close()
    await over
  }

  /** A thread that is started again begins no empty file in the place of one that is gone. */
  #spawn(mustExist: boolean): [Worker, ThreadCalls<S>] {
    const workerData = { ...this.#given, mustExist }
    const worker = new Worker(this.#file, { workerData })
    const calls = new ThreadCalls<S>(worker)
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
