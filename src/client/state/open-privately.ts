import { createContext } from 'react'

/** The other person of a private conversation. */
export type Addressee = { id: string; name: string }

/** Opens the private conversation with a person in the chat, from wherever the person is shown. */
export const OpenPrivately = createContext<(whom: Addressee) => void>(() => {})
