import { useState } from 'react'
import { STAGE_MAX } from '../../../protocol/types.ts'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'

/** The stage size; a typed number acts on Enter, or on leaving the field. [MODE-4] */
export function StageSize() {
  const words = useMessages('moderation')
  const call = useCall()
  const size = useLive((state) => state.session.stageSize)
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = Number(typed ?? size)
  const isPossible = typed !== '' && Number.isInteger(wanted) && wanted >= 1 && wanted <= STAGE_MAX
  const settle = () => {
    if (!isPossible) return
    setTyped(null)
    if (wanted !== size) void call.ask({ type: 'setStageSize', size: wanted })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        settle()
      }}
    >
      <TextField
        label={words.stageSize}
        value={typed ?? String(size)}
        onChange={setTyped}
        onBlur={settle}
        inputMode="numeric"
        fault={isPossible ? null : words.stageSizeHelp({ most: STAGE_MAX })}
      />
    </form>
  )
}
