import { AsyncLocalStorage } from 'node:async_hooks'
import { StoreDown } from '../store/store.ts'

const asking = new AsyncLocalStorage<{ fault?: StoreDown }>()

/**
 * What somebody else's code gives that asks the database; where the store was away meanwhile, StoreDown is thrown, whatever that code has
 * made of it: an error of its own, or nothing at all.
 */
export async function withOwnFaults<T>(ask: () => Promise<T>): Promise<T> {
  const seen: { fault?: StoreDown } = {}
  try {
    const given = await asking.run(seen, ask)
    if (seen.fault) throw seen.fault
    return given
  } catch (fault) {
    throw seen.fault ?? fault
  }
}

/** Asks the database, and notes for `withOwnFaults` that it was away. */
export async function noted<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (fault) {
    const seen = asking.getStore()
    if (seen && fault instanceof StoreDown) seen.fault = fault
    throw fault
  }
}
