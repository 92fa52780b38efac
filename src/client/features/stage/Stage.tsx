import { useMemo, useRef, useState, type CSSProperties } from 'react'
import type { Content } from '../../../protocol/presenting/content.ts'
import type { Share } from '../../../protocol/views.ts'
import { holderOf } from '../../../rules/content/main-place.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { onStageIn } from '../../call/reducer.ts'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useSize } from '../../ui/hooks/use-size.ts'
import { useFullScreen } from '../../state/full-screen.ts'
import { layoutOf, type Layout } from './layout/layout.ts'
import { LazyNotices } from '../notifications/index.ts'
import { contentTile } from '../content/index.ts'
import { shareTile } from './share/share-tile.ts'
import { useLook } from '../../state/stage-view.ts'
import styles from './Stage.module.css'
import { Tile } from './tile/Tile.tsx'
import { placed } from './tile/tile-place.ts'
import { mainOf, orderOf } from './tile/tile-order.ts'
import { useMoves } from './layout/use-moves.ts'

// Only moderators see backstage, only large stages need pages or a filmstrip, and only people on stage can hide themselves.
const BackstageStrip = lazyPart(async () => (await import('./backstage/BackstageStrip.tsx')).BackstageStrip)
const Storyboard = lazyPart(async () => (await import('../storyboard/Storyboard.tsx')).Storyboard)
const Edges = lazyPart(async () => (await import('./Edges.tsx')).Edges)
const InPicture = lazyPart(async () => (await import('./tile/InPicture.tsx')).InPicture)
const ShareTile = lazyPart(async () => (await import('./share/ShareTile.tsx')).ShareTile)
const ContentTile = lazyPart(async () => (await import('../content/ContentTile.tsx')).ContentTile)
const OwnBackstage = lazyPart(async () => (await import('./backstage/OwnBackstage.tsx')).OwnBackstage)
const SelfHidden = lazyPart(async () => (await import('./SelfHidden.tsx')).SelfHidden)
const NoMedia = lazyPart(async () => (await import('./NoMedia.tsx')).NoMedia)
const SoundOnly = lazyPart(async () => (await import('./SoundOnly.tsx')).SoundOnly)

const EmptyStage = lazyPart(async () => (await import('./EmptyStage.tsx')).EmptyStage)

// Reactions come after the room.
const Reactions = lazyPart(async () => (await import('../reactions/Reactions.tsx')).Reactions)

const GAP = { desk: 8, phone: 4 }

/** The stage: a tile for everybody on it, as large as possible; or one large tile and the others in a filmstrip. */
export function Stage() {
  const t = useMessages('core')
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  const isBackstage = useLive((state) => state.me?.place === 'backstage')
  const frame = useRef<HTMLDivElement>(null)
  const [size, measure] = useSize()
  const kind = useIsSmall() ? 'phone' : 'desk'
  const { people, shown, isHidden } = usePeople()
  const share = useLive((state) => state.session.share)
  const content = useLive((state) => state.session.content)
  // The main place has one of them. [PRESENT-3]
  const shares = useMainPlace(share, content)
  const main = useMain(shown, shares)
  const page = useLook((look) => look.page)
  const hasMedia = useLive((state) => state.media !== 'unsupported')
  const isSoundOnly = useLive(({ receiving }) => !receiving.pictures || receiving.isWithheld)
  const full = useLook((look) => look.full)
  const hasStoryboard = useLook((look) => look.hasStoryboard)
  useFullScreen([...shares, ...shown])
  const layout = layoutOf({ people: shown, shares, main, stage: size, gap: GAP[kind], page, alone: full?.tile ?? null })
  const { boxes, filmstrip } = layout
  const inPicture = useLook((look) => look.inPicture)
  const floating = people.find(({ id }) => id === inPicture)
  useMoves(frame, [layout.main, filmstrip?.along, layout.page, ...boxes.keys()].join(' '))
  const first = [...boxes.keys()].find((id) => shown.includes(id))
  // The shared screen comes first in reading order. A new tile before the others would move them in the DOM, so they keep their order.
  const sharedFirst = [...boxes].toSorted(
    ([one], [other]) => Number(shares.includes(other)) - Number(shares.includes(one)),
  )
  const tiles = sharedFirst.flatMap(([id, box]) => {
    const place = { box, inFilmstrip: filmstrip?.tiles.includes(id) ?? false, isMain: id === layout.main }
    if (share && shares.includes(id)) return [<ShareTile key={id} share={share} {...place} />]
    if (content && shares.includes(id))
      return [<ContentTile key={id} content={content} style={placed(box, place.inFilmstrip)} isMain={place.isMain} />]
    const person = people.find((each) => each.id === id)
    return person ? [<Tile key={id} person={person} isFirst={id === first} {...place} />] : []
  })
  return (
    <section aria-label={t.stage} className={styles.stage} data-surface="stage">
      <div
        ref={measure}
        className={styles.tiles}
        data-full={full ? (full.tile === null ? 'stage' : 'tile') : undefined}
      >
        <div ref={frame} className={styles.frame}>
          {/* Always the same element around the tiles, so that video goes on while a tile moves into the filmstrip. */}
          <div
            className={styles.filmstrip}
            data-along={filmstrip?.along ?? 'none'}
            style={trayStyle(filmstrip, GAP[kind])}
          >
            {tiles}
          </div>
        </div>
        {people.length === 0 && shares.length === 0 && <EmptyStage />}
        {(layout.pages > 1 || filmstrip) && <Edges layout={layout} />}
        {isHidden && <SelfHidden />}
        {isSoundOnly && <SoundOnly />}
        {!hasMedia && (
          <div className={styles.noMedia}>
            <NoMedia />
          </div>
        )}
        {floating && <InPicture person={floating} />}
        {isBackstage && <OwnBackstage />}
        <Reactions />
        <LazyNotices />
      </div>
      {moderates && hasStoryboard && <Storyboard />}
      {moderates && <BackstageStrip />}
    </section>
  )
}

/** The tile of what has the main place: a shared screen or content; at most one. */
function useMainPlace(share: Share | null, content: Content | null): readonly string[] {
  const tile = share ? shareTile(share) : content ? contentTile(content) : null
  return useMemo(() => (tile === null ? [] : [tile]), [tile])
}

/** The people on stage, and the order of their tiles, without one's own if it is hidden. */
function usePeople() {
  const people = useLive(onStageIn)
  const me = useLive((state) => state.you?.id ?? null)
  const wantsHidden = useLook((look) => look.isHidden)
  const [order, setOrder] = useState<readonly string[]>([])
  const next = orderOf(order, people, me)
  if (next.join() !== order.join()) setOrder(next)
  const isHidden = wantsHidden && me !== null && next.includes(me)
  return { people, shown: isHidden ? next.filter((id) => id !== me) : next, isHidden }
}

/** The large tile, if there is one. */
function useMain(shown: readonly string[], shares: readonly string[]): string | null {
  const chosen = useLook((look) => look.main)
  const everyones = useLive((state) => state.session.mainCamera)
  const sharer = useLive((state) => holderOf(state.session))
  const mine = chosen && (sharer === null || chosen.over === sharer) ? chosen.tile : null
  return mainOf(shown, shares, mine, everyones)
}

function trayStyle(filmstrip: Layout['filmstrip'], gap: number): CSSProperties | undefined {
  if (!filmstrip) return undefined
  return { gap, inlineSize: filmstrip.width, blockSize: filmstrip.height, marginInlineStart: filmstrip.x }
}
