import type { MessagePort, Worker } from 'node:worker_threads'
import { isDown, isFull } from './sqlite-faults.ts'
import { DiskFull, StoreDown } from './store.ts'

/** The first message of a thread that has opened its file. */
export const OPENED = 'opened'

/** What a thread does for others: methods that give a promise; after `close` it has ended. */
// oxlint-disable-next-line typescript/no-explicit-any -- each method has arguments of its own
export type Service = { [method: string]: (...args: any[]) => Promise<unknown> } & { close(): Promise<void> }

type Call = { call: number; method: string; args: unknown[] }
// An error that goes to another thread forgets its class.
type Answer = { call: number; value: unknown } | { call: number; fault: unknown; kind: 'down' | 'full' | 'other' }
type Waiting = { done: (value: unknown) => void; failed: (fault: unknown) => void }

/** Does what comes over the port with this service, and answers each call. After `close` nothing more is heard. */
export function answerCalls(port: MessagePort, service: Service): void {
  const answer = (answered: Answer) => port.postMessage(answered)
  const run = async ({ call, method, args }: Call) => {
    try {
      answer({ call, value: await service[method]?.(...args) })
    } catch (fault) {
      answer({ call, fault, kind: kindOf(fault) })
    }
    if (method === 'close') port.close()
  }
  port.on('message', (call: Call) => void run(call))
  port.postMessage(OPENED)
}

function kindOf(fault: unknown): 'down' | 'full' | 'other' {
  if (isFull(fault)) return 'full'
  return fault instanceof StoreDown || isDown(fault) ? 'down' : 'other'
}

function faultOf(cause: unknown, kind: 'down' | 'full' | 'other'): unknown {
  const words = cause instanceof Error ? cause.message : 'The store is away.'
  if (kind === 'full') return new DiskFull(words, { cause })
  return kind === 'down' ? new StoreDown(words, { cause }) : cause
}

/** Asks a service in another thread; once that has ended, `end` fails what waits and all that is asked later. */
export class ThreadCalls<S extends Service> {
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
  call<M extends keyof S & string>(method: M, args: Parameters<S[M]>): ReturnType<S[M]> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other side answers with what its service gives
    return this.#ask(method, args) as ReturnType<S[M]>
  }

  /** Asks it to end. */
  async close(): Promise<void> {
    await this.#ask('close', [])
  }

  async #ask(method: string, args: unknown[]): Promise<unknown> {
    return await new Promise<unknown>((done, failed) => {
      if (this.#fault) return failed(this.#fault)
      this.#last += 1
      this.#waiting.set(this.#last, { done, failed })
      const asked: Call = { call: this.#last, method, args }
      this.#port.postMessage(asked, [])
    })
  }

  end(fault: Error): void {
    this.#fault = fault
    for (const { failed } of this.#waiting.values()) failed(fault)
    this.#waiting.clear()
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.call)
    this.#waiting.delete(answer.call)
    if ('fault' in answer) waiting?.failed(faultOf(answer.fault, answer.kind))
    else waiting?.done(answer.value)
  }
}
