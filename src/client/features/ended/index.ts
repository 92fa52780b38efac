/** After the session: what other features may use. */
export { DeleteData } from './DeleteData.tsx'
export { Ended } from './Ended.tsx'
export { ToSession } from './ToSession.tsx'
export { LazyLeaveTo } from './LazyLeaveTo.ts'
