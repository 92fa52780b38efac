import { createContext, type ReactNode } from 'react'

/**
 * Opens a sheet over the room, or closes it with null. The sheet belongs to the room and not to what opened it, because a row, a tile or
 * the whole panel may disappear while somebody types in the sheet. [PHONE-5]
 */
export const OpenOver = createContext<(sheet: ReactNode) => void>(() => {})
