import { createContext } from 'react'

/** To whom one writes. */
export type Addressee = { id: string; name: string }

/** Opens the chat at the private conversation with somebody, from wherever the person is shown. */
export const OpenPrivately = createContext<(whom: Addressee) => void>(() => {})
