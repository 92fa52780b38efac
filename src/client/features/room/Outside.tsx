import { AppWindow, DoorClosed, DoorOpen, RefreshCw, RotateCcw, UserX } from 'lucide-react'
import { useState } from 'react'
import { Door } from '../prejoin/Prejoin.tsx'
import { useEndsText, useText } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Reload } from '../../ui/pages/Reload.tsx'
import { Trouble } from '../../ui/pages/MessagePage.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import { Ended } from '../ended/Ended.tsx'
import { Refused } from './Refused.tsx'
import { ToSession } from './ToSession.tsx'
import { Waiting } from '../lobby/Lobby.tsx'
import type { OutsideWhy } from './where.ts'

/** Whoever is neither inside nor at the open door: what happened, and the way on. [LEAVE-2] [SESSION-2] [ENTER-4] */
export function Outside({ room, why }: { room: string; why: OutsideWhy }) {
  const t = useText()
  const words = useEndsText()
  const call = useCall()
  const [isBack, setIsBack] = useState(false)
  const host = useLive((state) => state.host)
  const rejoin = () => setIsBack(true)
  switch (why) {
    case 'refused':
      return <Refused room={room} />
    case 'waiting':
      return <Waiting />
    case 'replaced':
      return (
        <Trouble isNews sign={AppWindow} title={words.replaced} help={words.replacedHelp}>
          <Button look="primary" size="large" onPress={() => call.takeOver()}>
            {words.useHere}
          </Button>
        </Trouble>
      )
    case 'outdated':
      return (
        <Trouble isNews sign={RefreshCw} title={words.outdated} help={words.outdatedHelp}>
          <Reload look="primary" size="large" />
        </Trouble>
      )
    case 'removed':
      return (
        <Trouble
          isNews
          sign={UserX}
          kind="stop"
          title={words.removedYou}
          help={`${words.removedHelp} ${t.askWhom(host)}`}
        >
          <Reload size="large" words={t.tryAgain} />
          <ToSession />
        </Trouble>
      )
    case 'declined':
      return (
        <Trouble
          isNews
          sign={DoorClosed}
          kind="stop"
          title={words.notLetIn}
          help={`${words.askAgainHelp} ${t.askWhom(host)}`}
        >
          <Button size="large" onPress={() => void call.join('viewer')}>
            {words.askAgain}
          </Button>
          <ToSession />
        </Trouble>
      )
    case 'ended':
      return isBack ? <Door /> : <Ended onRejoin={rejoin} />
    case 'self':
      if (isBack) return <Door />
      return (
        <Trouble isNews sign={DoorOpen} title={words.youLeft} help={words.youLeftHelp}>
          <Button look="primary" size="large" icon={RotateCcw} onPress={rejoin}>
            {words.rejoin}
          </Button>
          <ToSession />
        </Trouble>
      )
  }
}
