import type { MessagePort, Worker } from 'node:worker_threads'
import { isDown } from './sqlite-faults.ts'
import { StoreDown, type Store } from './store.ts'

/** The first message of a thread that has opened its store. */
export const OPENED = 'opened'

type Method = keyof Store
type Call = { call: number; method: Method; args: unknown[] }
// An error that goes to another thread forgets its class.
type Answer = { call: number; value: unknown } | { call: number; fault: unknown; isDown: boolean }
type Waiting = { done: (value: unknown) => void; failed: (fault: unknown) => void }

/** Does what comes over the port with this store, and answers each call. After `close` nothing more is heard. */
export function answerCalls(port: MessagePort, store: Store): void {
  const answer = (answered: Answer) => port.postMessage(answered)
  const run = async ({ call, method, args }: Call) => {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `call` asks only for what the types allow
      const does = store[method] as (...args: unknown[]) => unknown
      answer({ call, value: await does(...args) })
    } catch (fault) {
      answer({ call, fault, isDown: fault instanceof StoreDown || isDown(fault) })
    }
    if (method === 'close') port.close()
  }
  port.on('message', (call: Call) => void run(call))
  port.postMessage(OPENED)
}

function downBecause(cause: unknown): StoreDown {
  return new StoreDown(cause instanceof Error ? cause.message : 'The store is away.', { cause })
}

/** Asks a store in another thread; once that has ended, `end` fails what waits and all that is asked later. */
export class StoreCalls {
  readonly #port: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #fault: Error | null = null

  constructor(thread: Worker) {
    this.#port = thread
    thread.on('message', (answer: Answer | typeof OPENED) => {
      if (answer !== OPENED) this.#settle(answer)
    })
  }

  /** What the method gives there, with the same arguments. */
  call<M extends Method>(method: M, args: Parameters<Store[M]>): ReturnType<Store[M]> {
    const answered = new Promise<unknown>((done, failed) => {
      if (this.#fault) return failed(this.#fault)
      this.#last += 1
      this.#waiting.set(this.#last, { done, failed })
      const asked: Call = { call: this.#last, method, args }
      this.#port.postMessage(asked, [])
    })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other side answers with what its store gives
    return answered as ReturnType<Store[M]>
  }

  end(fault: Error): void {
    this.#fault = fault
    for (const { failed } of this.#waiting.values()) failed(fault)
    this.#waiting.clear()
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.call)
    this.#waiting.delete(answer.call)
    if ('fault' in answer) waiting?.failed(answer.isDown ? downBecause(answer.fault) : answer.fault)
    else waiting?.done(answer.value)
  }
}
