import { Maximize2, Minimize2 } from 'lucide-react'
import type { PersonView } from '../../../../protocol/views.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useLive } from '../../../state/use-call.ts'
import { useLook, useStageView } from '../../../state/stage-view.ts'
import styles from './Tile.module.css'
import { TileMenu } from './TileMenu.tsx'

type Props = { person: PersonView; isMain: boolean }

/** The buttons of a tile that are visible while it is pointed at or focused. */
export function TileTools({ person, isMain }: Props) {
  return (
    <>
      <SetMain person={person} isMain={isMain} />
      <TileMenu person={person} isMain={isMain} />
    </>
  )
}

/** Makes a tile large for oneself, or small again. */
function SetMain({ person, isMain }: { person: PersonView; isMain: boolean }) {
  const words = useMessages('stage')
  const view = useStageView()
  const share = useLive((state) => state.session.share?.person ?? null)
  const isMine = useLook((look) => look.main?.tile === person.id) && isMain
  return (
    <span className={styles.pointed}>
      <IconButton
        icon={isMine ? Minimize2 : Maximize2}
        label={isMine ? words.unsetMain : words.setMain}
        surface="glass"
        onPress={() => view.setMain(isMine ? null : person.id, share)}
      />
    </span>
  )
}
