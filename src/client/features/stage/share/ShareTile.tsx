import { Maximize, Maximize2, Minimize, MonitorUp, MonitorX } from 'lucide-react'
import { useCallback } from 'react'
import type { Share } from '../../../../protocol/views.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { marked, PersonName, useMarkOfName } from '../../people/index.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { fillScreen, leaveFullScreen } from '../full-screen.ts'
import type { Box } from '../layout/layout.ts'
import { shareTile } from './share-tile.ts'
import styles from './ShareTile.module.css'
import { useLook, useStageView } from '../../../state/stage-view.ts'
import { placed } from '../tile/tile-place.ts'

type Props = { share: Share; box: Box; inFilmstrip: boolean; isMain: boolean }

/** The shared screen, whole and uncut, with whose it is; to that person the word that it is shared, and the end of it. [SHARE-2] */
export function ShareTile({ share, box, inFilmstrip, isMain }: Props) {
  const t = useMessages('core')
  const room = useMessages('room')
  const words = useMessages('screen-share')
  const call = useCall()
  const view = useStageView()
  const isFull = useLook((look) => look.full?.tile === shareTile(share))
  const isMe = useLive((state) => state.you?.id === share.person)
  const name = useLive((state) => state.session.people.get(share.person)?.name ?? '')
  const { mark, isAlike } = useMarkOfName(share.person, name)
  const named = isAlike ? marked(name, t) : name
  const mayStop = useLive(({ me, session }) => me !== null && can(me, 'stopShare', session.people.get(share.person)))
  const show = useCallback((video: HTMLVideoElement | null) => (video ? call.showShare(video) : undefined), [call])
  return (
    <div
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys walk the tiles, and Tab opens one's buttons
      tabIndex={0}
      aria-label={words.screenOf({ name: named })}
      className={styles.tile}
      data-tile={shareTile(share)}
      style={placed(box, inFilmstrip)}
    >
      {isMe ? (
        <div className={styles.own}>
          <h2>{t.place.sharing[0]}</h2>
          <p>{words.everyoneSees}</p>
          <Button icon={MonitorX} onPress={() => void call.stopSharing()}>
            {room.stopSharing}
          </Button>
        </div>
      ) : (
        <video ref={show} className={styles.video} muted playsInline autoPlay />
      )}
      <span className={styles.plate}>
        <MonitorUp aria-hidden size={16} strokeWidth={2} />
        <bdi className={styles.name}>{isMe ? t.you : <PersonName name={name} />}</bdi>
        {!isMe && mark && (
          <span className={styles.role} data-alike={isAlike}>
            {mark}
          </span>
        )}
        {!isMe && <span className={styles.role}>{words.shares}</span>}
      </span>
      {!isMe && (
        <span className={styles.corner}>
          {mayStop && (
            <IconButton
              icon={MonitorX}
              label={words.stopShareOf({ name: named })}
              surface="glass"
              onPress={() => void call.ask({ type: 'stopShare', person: share.person })}
            />
          )}
          {!isMain && (
            <IconButton
              icon={Maximize2}
              label={words.makeLarge}
              surface="glass"
              onPress={() => view.setMain(null, share.person)}
            />
          )}
          {document.fullscreenEnabled && (
            <IconButton
              icon={isFull ? Minimize : Maximize}
              label={isFull ? words.leaveFullScreen : words.fullScreen}
              surface="glass"
              onPress={() => (isFull ? leaveFullScreen() : fillScreen(view, shareTile(share)))}
            />
          )}
        </span>
      )}
    </div>
  )
}
