import { Ellipsis, Eraser, Hourglass, MessageSquareLock, MessageSquareOff, Pause, Play, UserX } from 'lucide-react'
import { use, type ComponentType } from 'react'
import { SLOWNESS } from '../../../protocol/messages.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import lines from '../moderation/Lines.module.css'
import { OpenOver } from '../room/over-room.ts'

/** How the chat is set, for who moderates it. [CHAT-9] [CHAT-13] */
export function ChatMenu() {
  const words = useMessages('chat')
  const call = useCall()
  const open = use(OpenOver)
  const isPaused = useLive((state) => state.session.chat.paused)
  const isPrivate = useLive((state) => state.session.chat.private)
  const maySetPrivate = useLive((state) => state.me !== null && can(state.me, 'setPrivateChat'))
  const show = (Of: ComponentType<{ onClose: () => void }>) => open(<Of onClose={() => open(null)} />)
  const acts: Act[] = [
    {
      id: 'pause',
      name: isPaused ? words.openChat : words.pauseChat,
      icon: isPaused ? Play : Pause,
      run: () => void call.ask({ type: 'pauseChat', on: !isPaused }),
    },
    { id: 'slow', name: words.slowMode, icon: Hourglass, run: () => show(SlowMode) },
    { id: 'blocked', name: words.blockedPeople, icon: UserX, run: () => show(BlockedPeople) },
  ]
  if (maySetPrivate)
    acts.push({
      id: 'private',
      name: isPrivate ? words.privateOffAct : words.privateOn,
      icon: MessageSquareLock,
      run: () => void call.ask({ type: 'setPrivateChat', on: !isPrivate }),
    })
  acts.push({ id: 'clear', name: words.clearChat, icon: Eraser, stops: true, run: () => show(ClearChat) })
  return (
    <Menu label={words.chatOptions} acts={acts}>
      {(opener) => <IconButton icon={Ellipsis} label={words.chatOptions} opener={opener} />}
    </Menu>
  )
}

function SlowMode({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('chat')
  const call = useCall()
  const slow = useLive((state) => state.session.chat.slow)
  const choose = async (value: string) => {
    const seconds = SLOWNESS.find((each) => String(each) === value)
    if (seconds !== undefined) await call.ask({ type: 'setSlowMode', seconds })
  }
  return (
    <Sheet title={words.slowMode} onClose={onClose}>
      <p>{words.slowHelp}</p>
      <RadioCards
        label={words.slowMode}
        hideLabel
        value={String(slow)}
        onChange={choose}
        choices={SLOWNESS.map((each) => ({ value: String(each), ...words.slowness[each] }))}
      />
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

function ClearChat({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('chat')
  const call = useCall()
  const clear = () => {
    void call.ask({ type: 'clearChat' })
    onClose()
  }
  return (
    <Sheet title={words.clearSure} role="alertdialog" onClose={onClose}>
      <p>{words.clearHelp}</p>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger" onPress={clear}>
          {words.clearChat}
        </Button>
      </Answers>
    </Sheet>
  )
}

function BlockedPeople({ onClose }: { onClose: () => void }) {
  const words = useMessages('chat')
  const t = useMessages('core')
  const call = useCall()
  const blocked = useLive((state) => [...state.session.chat.blocked].map(([person, name]) => ({ person, name })))
  return (
    <Sheet title={words.blockedPeople} onClose={onClose}>
      <ul className={lines.lines}>
        {blocked.map(({ person, name }) => (
          <li key={person} className={lines.line}>
            <bdi>
              <b>{name}</b>
            </bdi>
            <Button size="small" onPress={() => void call.ask({ type: 'letBackIntoChat', person })}>
              {words.letBackIn}
            </Button>
          </li>
        ))}
      </ul>
      {blocked.length === 0 && (
        <Empty sign={MessageSquareOff} title={words.nobodyBlocked} help={words.nobodyBlockedHelp} />
      )}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
