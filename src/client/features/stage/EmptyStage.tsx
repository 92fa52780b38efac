import { isModerator } from '../../../rules/permissions/policy.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import styles from './EmptyStage.module.css'

const InviteHere = lazyPart(async () => (await import('../invitation/InviteHere.tsx')).InviteHere)

/** The stage while nobody is on it: who is here to begin, or, if one is alone, the link to hand out. */
export function EmptyStage() {
  const t = useMessages('core')
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  const isAlone = useLive(({ audience }) => audience.viewers + audience.onStage <= 1)
  const beginner = useLive(({ session }) => {
    const here = [...session.moderators].flatMap((id) => session.people.get(id) ?? []).filter(({ present }) => present)
    return (here.find(({ role }) => role === 'host') ?? here[0])?.name ?? null
  })
  const who = beginner === null ? '' : `${t.emptyStageBy({ name: beginner })} `
  return (
    <div className={styles.empty}>
      <svg className={styles.picture} viewBox="0 0 220 116" aria-hidden>
        <path d="M20 112h180M84 62h52l-6 50H90zM78 62h64M110 62V44" />
        <circle cx="110" cy="38" r="5" />
        <path className={styles.beam} d="M110 8 58 112M110 8l52 104" />
      </svg>
      <h2>{t.emptyStage}</h2>
      <p>{moderates ? t.emptyStageModerator : who + t.emptyStageHelp}</p>
      {moderates && isAlone && <InviteHere />}
    </div>
  )
}
