import { Maximize, Maximize2, Minimize } from 'lucide-react'
import type { Share } from '../../../../protocol/views.ts'
import type { Messages } from '../../../i18n/messages.ts'
import type { Act, Now } from '../../acts/index.ts'
import { fillScreen, leaveFullScreen } from '../../../state/full-screen.ts'
import { shareTile } from './share-tile.ts'

/** A shared screen on the stage; `isMain`: it is the large tile. */
export type SeenShare = { share: Share; isMain: boolean }

type ShareAct = Act<SeenShare, { 'screen-share': Messages['screen-share'] }>

const isFull = ({ look }: Now, { share }: SeenShare) => look.full?.tile === shareTile(share)
const isMine = ({ me }: Now, { share }: SeenShare) => share.person === me.id

/** How one looks at another person's screen; what this browser cannot do is not offered. */
export const SHARE_ACTS = {
  makeLarge: {
    fits: (now, seen) => !isMine(now, seen) && !seen.isMain,
    icon: () => Maximize2,
    label: (words) => words['screen-share'].makeLarge,
    run: ({ view }, _, { share }) => view.setMain(null, share.person),
  },
  fullShare: {
    fits: (now, seen) => !isMine(now, seen) && document.fullscreenEnabled,
    icon: (now, seen) => (isFull(now, seen) ? Minimize : Maximize),
    label: (words, now, seen) => words['screen-share'][isFull(now, seen) ? 'leaveFullScreen' : 'fullScreen'],
    run: ({ view }, now, seen) => (isFull(now, seen) ? leaveFullScreen() : fillScreen(view, shareTile(seen.share))),
  },
} satisfies Record<string, ShareAct>
