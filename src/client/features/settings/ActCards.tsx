import type { Offered } from '../acts/index.ts'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'

type Props<T extends string> = {
  label: string
  acts: readonly Offered[]
  /** The text of each card, by the id of its act. */
  choices: readonly { value: T; name: string; means: string }[]
}

/** Acts of which one is on, as cards; absent if one may do none of them. */
export function ActCards<T extends string>({ label, acts, choices }: Props<T>) {
  const current = choices.find(({ value }) => acts.some(({ id, isOn }) => isOn && id === value))
  if (!current) return null
  return (
    <RadioCards
      label={label}
      value={current.value}
      onChange={(chosen) => acts.find(({ id }) => id === chosen)?.run()}
      choices={choices}
    />
  )
}
