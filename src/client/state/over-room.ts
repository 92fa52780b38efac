import { createContext, type ReactNode } from 'react'

/**
 * Opens a sheet over the room, or closes it with null. It belongs to the room and not to what opened it: a row, a tile or the whole
 * panel may go while somebody types in it. [PHONE-5]
 */
export const OpenOver = createContext<(sheet: ReactNode) => void>(() => {})
