import type { Refusal } from '../../protocol/refusals.ts'
import { readRoom } from '../portal/api.ts'
import { useAnswer } from '../portal/use-answer.ts'
import { useText } from '../text/text.ts'
import { Trouble } from '../ui/Trouble.tsx'

/** Why somebody is not let in, and whom to ask. [ENTER-4] */
export function Refused({ room, refusal }: { room: string; refusal: Refusal | null }) {
  const t = useText()
  const answer = useAnswer(readRoom, room)
  const host = answer && 'ok' in answer ? answer.ok.host : ''
  const help = refusal === 'room-unknown' ? t.noRoomHelp : `${t.refusal[refusal ?? 'no-entry']} ${t.askWhom(host)}`
  return <Trouble title={t.cannotEnter} help={help} />
}
