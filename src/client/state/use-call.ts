import { createContext, use, useRef, useSyncExternalStore } from 'react'
import type { DeviceState } from '../call/devices/device-state.ts'
import type { Call, CallState } from '../call/call-state.ts'

/** The call that the components below show and use. */
export const CallContext = createContext<Call | null>(null)

/** The call of this room. */
export function useCall(): Call {
  const call = use(CallContext)
  if (!call) throw new Error('no call here')
  return call
}

/** A slice of the call's state; the component is drawn again only when the slice changes. */
export function useLive<T>(select: (state: CallState) => T): T {
  const call = useCall()
  return useSlice(call.subscribe, () => select(call.state))
}

/** The same for one's own devices. */
export function useDevices<T>(select: (state: DeviceState) => T): T {
  const { devices } = useCall()
  return useSlice(devices.subscribe, () => select(devices.state))
}

/** A slice of any store; the same object while nothing in it changes. */
export function useSlice<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const last = useRef<{ slice: T } | null>(null)
  const snapshot = () => {
    const slice = read()
    if (!last.current || !isSame(last.current.slice, slice)) last.current = { slice }
    return last.current.slice
  }
  return useSyncExternalStore(subscribe, snapshot)
}

/** Deep equality of lists and plain objects: selectors often make a new list of the same people. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, n) => isSame(each, b[n]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
