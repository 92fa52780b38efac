import { Button } from '../../ui/controls/Button.tsx'
import type { Offered } from './use-acts.ts'

/** Acts as the answers to what is asked: yes stands out, no does not. */
export function AnswerButtons({ acts }: { acts: readonly Offered[] }) {
  return acts.map(({ id, name, declines, run }) => (
    <Button key={id} size="small" look={declines ? 'plain' : 'primary'} onPress={run}>
      {name}
    </Button>
  ))
}
