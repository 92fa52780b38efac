import { Maximize, Maximize2, Minimize } from 'lucide-react'
import type { Content } from '../../../protocol/presenting/content.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Act, Now } from '../acts/index.ts'
import { fillScreen, leaveFullScreen } from '../../state/full-screen.ts'
import { contentTile } from './content-tile.ts'

/** What is presented on the stage; `isMain`: it is the large tile. */
export type SeenContent = { content: Content; isMain: boolean }

type ContentAct = Act<SeenContent, { 'screen-share': Messages['screen-share'] }>

const isFull = ({ look }: Now, { content }: SeenContent) => look.full?.tile === contentTile(content)

/** How one looks at what is presented; what this browser cannot do is not offered. */
export const CONTENT_ACTS = {
  makeContentLarge: {
    fits: (_, { isMain }) => !isMain,
    icon: () => Maximize2,
    label: (words) => words['screen-share'].makeContentLarge,
    run: ({ view }, _, { content }) => view.setMain(null, content.person),
  },
  fullContent: {
    fits: () => document.fullscreenEnabled,
    icon: (now, seen) => (isFull(now, seen) ? Minimize : Maximize),
    label: (words, now, seen) => words['screen-share'][isFull(now, seen) ? 'leaveFullScreen' : 'fullScreen'],
    run: ({ view }, now, seen) => (isFull(now, seen) ? leaveFullScreen() : fillScreen(view, contentTile(seen.content))),
  },
} satisfies Record<string, ContentAct>
