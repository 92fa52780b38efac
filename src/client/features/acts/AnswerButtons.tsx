import { Button } from '../../ui/controls/Button.tsx'
import type { Offered } from './use-acts.ts'

/** Acts as the answers to a question: accepting is prominent, declining is not. */
export function AnswerButtons({ acts }: { acts: readonly Offered[] }) {
  return acts.map(({ id, name, declines, run }) => (
    <Button key={id} size="small" look={declines ? 'plain' : 'primary'} onPress={run}>
      {name}
    </Button>
  ))
}
