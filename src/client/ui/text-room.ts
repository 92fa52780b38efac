const english = {
  more: 'More',
  seeLess: 'See less',
  quoted: (words: string) => `“${words}”`,
  nobodyInQueue: 'Nobody is in the queue.',
  panelFull: 'Make the panel taller',
  panelHalf: 'Make the panel smaller',
}

export type RoomText = typeof english

/** The part of the catalogue about the room's frame: toolbar, sheet, keys. */
export function useRoomText(): RoomText {
  return english
}
