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
import type { Act } from '../../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useDevices, useLive } from '../../../state/use-call.ts'
import { fillScreen, leaveFullScreen } from '../full-screen.ts'
import { pictureInPictureOf } from './picture-in-picture.ts'
import { useLook, useStageView } from '../stage-view.ts'

/** How one may look at a tile; what this browser cannot do is absent. */
export function useViewActs(person: PersonView, isMain: boolean): Act[] {
  const words = useMessages('stage')
  const call = useCall()
  const view = useStageView()
  const isMe = useLive((state) => state.you?.id === person.id)
  const share = useLive((state) => state.session.share?.person ?? null)
  const maySet = useLive(({ me }) => me !== null && can(me, 'setMainCamera', person))
  const isEveryones = useLive((state) => state.session.mainCamera === person.id)
  const isMine = useLook((look) => look.main?.tile === person.id) && isMain
  const isWhole = useLook((look) => look.whole.has(person.id))
  const inPicture = useLook((look) => look.inPicture === person.id)
  const isMirrored = useDevices((state) => state.mirror)
  const pip = pictureInPictureOf(person)
  const isFull = useLook((look) => look.full !== null)
  return [
    {
      id: 'main',
      name: isMine ? words.unsetMain : words.setMain,
      icon: isMine ? Minimize2 : Maximize2,
      run: () => view.setMain(isMine ? null : person.id, share),
    },
    ...only(maySet, {
      id: 'main-for-all',
      name: isEveryones ? words.unsetMainForAll : words.setMainForAll,
      icon: Pin,
      run: () => void call.ask({ type: 'setMainCamera', person: person.id, on: !isEveryones }),
    }),
    ...only(person.camera, {
      id: 'fit',
      name: isWhole ? words.fill : words.fit,
      icon: Proportions,
      run: () => view.setWhole(person.id, !isWhole),
    }),
    ...only(pip !== null, {
      id: 'pip',
      name: words.pictureInPicture,
      icon: PictureInPicture2,
      run: () => view.showInPicture(inPicture ? null : person.id),
    }),
    ...only(document.fullscreenEnabled && !isFull, {
      id: 'full',
      name: words.fullScreen,
      icon: Maximize,
      run: () => fillScreen(view, person.id),
    }),
    ...only(document.fullscreenEnabled, {
      id: 'full-stage',
      name: isFull ? words.leaveFullScreen : words.stageFullScreen,
      icon: Fullscreen,
      run: () => (isFull ? leaveFullScreen() : fillScreen(view, null)),
    }),
    ...only(isMe && person.camera, {
      id: 'mirror',
      name: isMirrored ? words.unmirror : words.mirror,
      icon: FlipHorizontal2,
      run: () => call.devices.mirror(!isMirrored),
    }),
    ...only(isMe, { id: 'hide', name: words.hideSelf, icon: EyeOff, run: () => view.hideSelf(true) }),
  ]
}

const only = (isThere: boolean, act: Act): Act[] => (isThere ? [act] : [])
