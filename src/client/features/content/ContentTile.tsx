import { Presentation } from 'lucide-react'
import type { Content } from '../../../protocol/presenting/content.ts'
import { leads } from '../../../rules/content/presenting.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useActs } from '../acts/index.ts'
import { marked, PersonName, PERSON_ACTS, useMarkOfName } from '../people/index.ts'
import { CONTENT_ACTS } from './acts.ts'
import { contentTile } from './content-tile.ts'
import over from '../../ui/controls/OnPicture.module.css'
import styles from './ContentTile.module.css'
import { FilmView } from './film/FilmView.tsx'
import { PictureView } from './picture/PictureView.tsx'
import { Slides } from './slides/Slides.tsx'
import type { CSSProperties } from 'react'

// Large, and seldom.
const Whiteboard = lazyPart(async () => (await import('./whiteboard/Whiteboard.tsx')).Whiteboard)

const { stopContent } = PERSON_ACTS

type Props = { content: Content; style: CSSProperties; isMain: boolean }

/** What is presented, with who presents it, and what one can do with it. [PRESENT-2] */
export function ContentTile({ content, style, isMain }: Props) {
  const t = useMessages('core')
  const words = useMessages('screen-share')
  const { person: presenter, item } = content
  const isMe = useLive(({ you }) => you?.id === presenter)
  const person = useLive(({ session }) => session.people.get(presenter))
  const name = person?.name ?? ''
  const { mark, isAlike } = useMarkOfName(presenter, name)
  const named = isAlike ? marked(name, t) : name
  const isLeading = useLive(({ me, session }) => me !== null && leads(session, me))
  const acts = useActs(CONTENT_ACTS, { 'screen-share': words }, { content, isMain })
  const label = words.contentOf({ file: item.name, name: isMe ? t.you : named })
  return (
    <div
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys walk the tiles, and Tab opens one's buttons
      tabIndex={0}
      aria-label={label}
      className={styles.tile}
      data-tile={contentTile(content)}
      style={style}
    >
      <Body content={content} isLeading={isLeading} />
      <span className={over.plate}>
        <Presentation aria-hidden size={16} strokeWidth={2} />
        <bdi className={over.name}>{isMe ? t.you : <PersonName name={name} />}</bdi>
        {!isMe && mark && (
          <span className={styles.mark} data-alike={isAlike}>
            {mark}
          </span>
        )}
        <bdi className={styles.file}>{item.name}</bdi>
      </span>
      <span className={over.corner}>
        {person && <StopContent person={person} />}
        {acts.map(({ id, icon, name: act, run }) => (
          <IconButton key={id} icon={icon} label={act} surface="glass" onPress={run} />
        ))}
      </span>
    </div>
  )
}

function Body({ content, isLeading }: { content: Content; isLeading: boolean }) {
  const { item, playback } = content
  if (playback) return <FilmView key={item.document} content={content} playback={playback} leads={isLeading} />
  if (item.kind === 'whiteboard') return <Whiteboard key={item.document} content={content} leads={isLeading} />
  if (item.kind === 'picture') return <PictureView key={item.document} content={content} leads={isLeading} />
  return <Slides key={item.document} content={content} leads={isLeading} />
}

/** The button that ends what is presented, one's own or another's. [PRESENT-5] */
function StopContent({ person }: { person: Parameters<typeof stopContent.fits>[1] }) {
  const [act] = useActs({ stopContent }, { moderation: useMessages('moderation') }, person)
  return act && <IconButton icon={act.icon} label={act.name} surface="glass" onPress={act.run} />
}
