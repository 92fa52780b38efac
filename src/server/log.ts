import { randomBytes } from 'node:crypto'
import { pino, type DestinationStream, type Logger } from 'pino'

/** A fault as the log has it. `id` names it to a person, who can quote it; `cause` is the one behind it. */
type LoggedFault = { id: string; type: string; message: string; stack?: string; code?: unknown; cause?: LoggedFault }

/**
 * The program's log, a line of JSON each. What is logged as `fault` comes whole: with message, stack, causes and an id.
 * `level` is one of pino's; `to` is standard error unless given.
 */
export function createLog(level: string, to: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, serializers: { fault: described } }, to)
}

// A fault keeps its id however often it is logged, and goes with it.
const ids = new WeakMap<object, string>()

/** The id under which the log has a fault: eight letters and digits. */
export function faultId(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return newFaultId()
  const id = ids.get(fault) ?? newFaultId()
  ids.set(fault, id)
  return id
}

const newFaultId = () => randomBytes(4).toString('hex')

// A cause may lead back to its fault.
const DEEPEST = 5

function described(fault: unknown, depth = 0): LoggedFault {
  const id = faultId(fault)
  if (!(fault instanceof Error)) return { id, type: typeof fault, message: String(fault) }
  const { name: type, message, stack, cause } = fault
  return {
    id,
    type,
    message,
    ...(stack !== undefined && { stack }),
    ...('code' in fault && { code: fault.code }),
    ...(cause !== undefined && depth < DEEPEST && { cause: described(cause, depth + 1) }),
  }
}
