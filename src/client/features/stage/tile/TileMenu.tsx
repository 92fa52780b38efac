import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../../ui/hooks/lazy-part.tsx'
import { useOpener } from '../../../ui/overlays/Menu.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import styles from './Tile.module.css'
import { useMarked } from '../../people/index.ts'

const TileActs = lazyPart(async () => (await import('./TileActs.tsx')).TileActs)

/** *Options for NAME* on a tile, for everybody: how one looks at it, and the acts on its person. */
export function TileMenu({ person, isMain }: { person: PersonView; isMain: boolean }) {
  const t = useMessages('core')
  const named = useMarked()
  const { opener, trigger, isOpen, close } = useOpener()
  const [wasOpened, setWasOpened] = useState(false)
  if (isOpen && !wasOpened) setWasOpened(true)
  return (
    <>
      <span className={styles.pointed}>
        <IconButton
          icon={EllipsisVertical}
          label={t.options({ name: named(person.name) })}
          surface="glass"
          opener={opener}
        />
      </span>
      {/* It stays after the first opening: a chosen act may open something else. */}
      {wasOpened && <TileActs person={person} isMain={isMain} trigger={trigger} isOpen={isOpen} onClose={close} />}
    </>
  )
}
