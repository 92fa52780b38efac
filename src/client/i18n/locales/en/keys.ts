/** The list of the keys. */
export const keys = {
  title: 'Keyboard shortcuts',
  on: 'Use single-letter shortcuts',
  help: 'They do nothing while you type.',
  space: 'Space',
  arrows: 'Arrow keys',
  keys: {
    m: 'Microphone on or off',
    v: 'Camera on or off',
    space: 'Speak while it is held, when muted on stage',
    h: 'Raise or lower your hand',
    c: 'Open or close the chat',
    p: 'Open or close the participants',
    arrows: 'Go from tile to tile, and along the toolbar',
    escape: 'Close what is open',
    help: 'This list',
  },
}

export type KeysText = typeof keys
