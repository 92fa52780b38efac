import { MonitorUp } from 'lucide-react'
import { useCallback } from 'react'
import type { Share } from '../../../../protocol/views.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../../ui/hooks/lazy-part.tsx'
import { marked, PersonName, useMarkOfName } from '../../people/index.ts'
import { useFirstMessages, useMessages } from '../../../i18n/messages.ts'
import { OWN_ACTS, useActs } from '../../acts/index.ts'
import { SHARE_ACTS } from './acts.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import type { Box } from '../layout/layout.ts'
import { shareTile } from './share-tile.ts'
import over from '../../../ui/controls/OnPicture.module.css'
import styles from './ShareTile.module.css'
import { placed } from '../tile/tile-place.ts'

// Only moderators have it.
const StopShare = lazyPart(async () => (await import('./StopShare.tsx')).StopShare)

type Props = { share: Share; box: Box; inFilmstrip: boolean; isMain: boolean }

/**
 * The shared screen, whole and uncut, with its person's name. To that person it says that the screen is shared, with a button that stops
 * it. [SHARE-2]
 */
export function ShareTile({ share, box, inFilmstrip, isMain }: Props) {
  const t = useMessages('core')
  const words = useMessages('screen-share')
  const call = useCall()
  const acts = useActs(SHARE_ACTS, { 'screen-share': words }, { share, isMain })
  const [stopOwn] = useActs({ share: OWN_ACTS.share }, useFirstMessages(), null)
  const isMe = useLive((state) => state.you?.id === share.person)
  const sharer = useLive(({ session }) => session.people.get(share.person))
  const name = sharer?.name ?? ''
  const { mark, isAlike } = useMarkOfName(share.person, name)
  const named = isAlike ? marked(name, t) : name
  const mayStop = useLive(({ me }) => me !== null && can(me, 'stopShare', sharer))
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
          {stopOwn && (
            <Button icon={stopOwn.icon} onPress={stopOwn.run}>
              {stopOwn.name}
            </Button>
          )}
        </div>
      ) : (
        <video ref={show} className={styles.video} muted playsInline autoPlay />
      )}
      <span className={over.plate}>
        <MonitorUp aria-hidden size={16} strokeWidth={2} />
        <bdi className={over.name}>{isMe ? t.you : <PersonName name={name} />}</bdi>
        {!isMe && mark && (
          <span className={styles.role} data-alike={isAlike}>
            {mark}
          </span>
        )}
        {!isMe && <span className={styles.role}>{words.shares}</span>}
      </span>
      {!isMe && (
        <span className={over.corner}>
          {sharer && mayStop && <StopShare person={sharer} label={words.stopShareOf({ name: named })} />}
          {acts.map(({ id, icon, name: label, run }) => (
            <IconButton key={id} icon={icon} label={label} surface="glass" onPress={run} />
          ))}
        </span>
      )}
    </div>
  )
}
