import {
  EyeOff,
  FlipHorizontal2,
  Fullscreen,
  Maximize,
  Maximize2,
  Minimize2,
  PictureInPicture2,
  Pin,
  Proportions,
} from 'lucide-react'
import type { PersonView } from '../../../../protocol/views.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { type FirstMessages } from '../../../i18n/messages.ts'
import type { Act, Now } from '../../acts/index.ts'
import { fillScreen, leaveFullScreen } from '../../../state/full-screen.ts'
import { pictureInPictureOf } from './picture-in-picture.ts'

/** A person on the stage; `isMain`: their tile is the large one. */
export type Seen = { person: PersonView; isMain: boolean }

type ViewAct = Act<Seen, Pick<FirstMessages, 'stage'>>

const isMine = ({ look }: Now, { person, isMain }: Seen) => isMain && look.main?.tile === person.id
const isEveryones = ({ state }: Now, { person }: Seen) => state.session.mainCamera === person.id
const isMe = ({ me }: Now, { person }: Seen) => me.id === person.id

/** How one looks at the stage: the acts that are offered in lists too. */
export const MAIN_ACTS = {
  main: {
    icon: (now, seen) => (isMine(now, seen) ? Minimize2 : Maximize2),
    label: ({ stage }, now, seen) => (isMine(now, seen) ? stage.unsetMain : stage.setMain),
    run: ({ view }, now, seen) =>
      view.setMain(isMine(now, seen) ? null : seen.person.id, now.state.session.share?.person ?? null),
  },
  mainForAll: {
    may: ({ me }, { person }) => can(me, 'setMainCamera', person),
    icon: () => Pin,
    label: ({ stage }, now, seen) => (isEveryones(now, seen) ? stage.unsetMainForAll : stage.setMainForAll),
    command: (now, seen) => ({ type: 'setMainCamera', person: seen.person.id, on: !isEveryones(now, seen) }),
  },
} satisfies Record<string, ViewAct>

/** How one looks at a person on stage; what this browser cannot do is not offered. */
export const LOOK_ACTS = {
  ...MAIN_ACTS,
  fit: {
    fits: (_, { person }) => person.camera,
    icon: () => Proportions,
    label: ({ stage }, { look }, { person }) => (look.fitted.has(person.id) ? stage.fill : stage.fit),
    run: ({ view }, { look }, { person }) => view.setFitted(person.id, !look.fitted.has(person.id)),
  },
  pictureInPicture: {
    fits: (_, { person }) => pictureInPictureOf(person) !== null,
    icon: () => PictureInPicture2,
    label: ({ stage }) => stage.pictureInPicture,
    run: ({ view }, { look }, { person }) => view.showInPicture(look.inPicture === person.id ? null : person.id),
  },
  full: {
    fits: ({ look }) => document.fullscreenEnabled && look.full === null,
    icon: () => Maximize,
    label: ({ stage }) => stage.fullScreen,
    run: ({ view }, _, { person }) => fillScreen(view, person.id),
  },
} satisfies Record<string, ViewAct>

/** How one looks at the whole stage. */
export const STAGE_ACTS = {
  fullStage: {
    fits: () => document.fullscreenEnabled,
    icon: () => Fullscreen,
    label: ({ stage }, { look }) => (look.full ? stage.leaveFullScreen : stage.stageFullScreen),
    run: ({ view }, { look }) => (look.full ? leaveFullScreen() : fillScreen(view, null)),
  },
} satisfies Record<string, Act<unknown, Pick<FirstMessages, 'stage'>>>

/** How one looks at oneself. */
export const MIRROR_ACTS = {
  mirror: {
    fits: (now, seen) => isMe(now, seen) && seen.person.camera,
    icon: () => FlipHorizontal2,
    label: ({ stage }, { devices }) => (devices.mirror ? stage.unmirror : stage.mirror),
    run: ({ call }, { devices }) => call.devices.mirror(!devices.mirror),
  },
  hideSelf: {
    fits: isMe,
    icon: () => EyeOff,
    label: ({ stage }) => stage.hideSelf,
    run: ({ view }) => view.hideSelf(true),
  },
} satisfies Record<string, ViewAct>

/** The acts of a tile's menu, in its order. */
export const VIEW_ACTS = { ...LOOK_ACTS, ...STAGE_ACTS, ...MIRROR_ACTS }
