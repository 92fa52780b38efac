import { AppWindow, DoorClosed, DoorOpen, RefreshCw, RotateCcw, UserX } from 'lucide-react'
import { useState } from 'react'
import { Prejoin } from '../prejoin/index.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Reload } from '../../ui/pages/Reload.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import { DeleteData, Ended, LazyLeaveTo, ToSession } from '../ended/index.ts'
import { Refused } from './Refused.tsx'
import { InLine, Lobby } from '../lobby/index.ts'
import type { OutsideWhy } from './where.ts'

/** The page for somebody who is neither inside nor may join: what happened, and what to do. [LEAVE-2] [SESSION-2] [ENTER-4] */
export function Outside({ room, why }: { room: string; why: OutsideWhy }) {
  const t = useMessages('core')
  const words = useMessages('ended')
  const call = useCall()
  const [isBack, setIsBack] = useState(false)
  const host = useLive((state) => state.host)
  const rejoin = () => setIsBack(true)
  switch (why) {
    case 'refused':
      return <Refused room={room} />
    case 'full':
      return <InLine room={room} />
    case 'waiting':
      return <Lobby />
    case 'replaced':
      return (
        <MessagePage isNews sign={AppWindow} title={words.replaced} help={words.replacedHelp}>
          <Button look="primary" size="large" onPress={() => call.takeOver()}>
            {words.useHere}
          </Button>
        </MessagePage>
      )
    case 'outdated':
      return (
        <MessagePage isNews sign={RefreshCw} title={words.outdated} help={words.outdatedHelp}>
          <Reload look="primary" size="large" />
        </MessagePage>
      )
    case 'removed':
      return (
        <MessagePage
          isNews
          sign={UserX}
          kind="stop"
          title={words.removedYou}
          help={`${words.removedHelp} ${t.askWhom({ host })}`}
        >
          <Reload size="large" words={t.tryAgain} />
          <ToSession />
          <DeleteData />
        </MessagePage>
      )
    case 'declined':
      return (
        <MessagePage
          isNews
          sign={DoorClosed}
          kind="stop"
          title={words.notLetIn}
          help={`${words.askAgainHelp} ${t.askWhom({ host })}`}
        >
          <Button size="large" onPress={() => void call.join('viewer')}>
            {words.askAgain}
          </Button>
          <ToSession />
        </MessagePage>
      )
    case 'ended':
      return isBack ? <Prejoin /> : <Ended onRejoin={rejoin} />
    case 'self':
      if (isBack) return <Prejoin />
      return (
        <MessagePage isNews sign={DoorOpen} title={words.youLeft} help={words.youLeftHelp}>
          <Button look="primary" size="large" icon={RotateCcw} onPress={rejoin}>
            {words.rejoin}
          </Button>
          <LazyLeaveTo />
          <ToSession />
          <DeleteData />
        </MessagePage>
      )
  }
}
