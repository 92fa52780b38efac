import { useState } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import type { PersonView } from '../../../protocol/views.ts'
import { type RoomMessages, useAllMessages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { type Now, nowOf, useActContext, useNow } from '../acts/index.ts'
import { useMarked, useViewers } from '../people/index.ts'
import { findEntries, nameIn, type Line } from './entries.ts'
import { wordsOf } from './match.ts'
import { PaletteList } from './PaletteList.tsx'

// How many viewers are looked up for a name.
const VIEWERS_MAX = 20
const NOBODY: Viewers = []

type Viewers = readonly PersonView[]

type Props = { typed: string; onTyped: (typed: string) => void; onClose: () => void }

/** The command palette: everything that can be done, and to whom, found by typing. [PALETTE-1] */
export function Palette({ onClose }: { onClose: () => void }) {
  const { commandPalette } = useMessages('room')
  const [typed, onTyped] = useState('')
  const maySee = useLive((state) => state.me !== null && can(state.me, 'seeParticipants'))
  const Among = maySee ? AmongViewers : AmongKnown
  return (
    <Sheet title={commandPalette} onClose={onClose}>
      <Among typed={typed} onTyped={onTyped} onClose={onClose} />
    </Sheet>
  )
}

/** Viewers are looked up by name as in their list, because the page does not know them all. [AUDIENCE-5] */
function AmongViewers(props: Props) {
  const words = useAllMessages()
  const { rows } = useViewers(nameIn(wordsOf(props.typed), words), 0, VIEWERS_MAX)
  return <Found {...props} words={words} viewers={rows} />
}

function AmongKnown(props: Props) {
  return <Found {...props} words={useAllMessages()} viewers={NOBODY} />
}

function Found({ typed, onTyped, onClose, words, viewers }: Props & { words: RoomMessages; viewers: Viewers }) {
  const context = useActContext()
  const named = useMarked()
  const find = (now: Now) => findEntries(wordsOf(typed), words, now, { viewers, named })
  // The lines stay the same objects while nothing in them changes, however much happens in the room.
  const lines = useNow((now) => find(now).map(({ line }) => line), NO_LINES)
  const choose = (id: string) => {
    const now = nowOf(context)
    onClose()
    if (now)
      find(now)
        .find(({ line }) => line.id === id)
        ?.run(context, now)
  }
  return <PaletteList typed={typed} onTyped={onTyped} words={words} lines={lines} onChoose={choose} />
}

const NO_LINES: Line[] = []
