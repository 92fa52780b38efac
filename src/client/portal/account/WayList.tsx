import type { WaysPage } from '../../../protocol/accounts.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { AccountFault } from './AccountFault.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { beginOidc, unlinkProvider } from './api.ts'
import { useToldFault } from './told-fault.ts'

/** The ways to sign in to the account: its password, and the operator's provider, to link or unlink. [ACCOUNT-11] */
export function WayList({ ways, onChange }: { ways: WaysPage; onChange: () => void }) {
  const words = useMessages('account')
  const formats = useFormats()
  const told = useToldFault()
  const { send, fault, refusal, isBusy } = useSend()
  const { password, provider, groups } = ways
  const link = async () => {
    const begun = await send(async () => await beginOidc({ to: '/account', link: true }))
    if (begun) location.assign(begun.ok.to)
  }
  const unlink = async () => {
    if (await send(unlinkProvider)) onChange()
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.ways}</h2>
      <ul className={styles.list}>
        <li className={styles.item}>
          <span>
            <b>{words.password}</b>
            <span className={styles.help}>{password ? words.waySet : words.wayNotSet}</span>
          </span>
        </li>
        {provider && (
          <li className={styles.item}>
            <span>
              <b>{provider.name}</b>
              <span className={styles.help}>{provider.isLinked ? words.linked : words.notLinked}</span>
              {groups.length > 0 && (
                <span className={styles.help}>{words.groups({ groups: formats.list(groups) })}</span>
              )}
            </span>
            <Button size="small" disabled={isBusy} onPress={() => void (provider.isLinked ? unlink() : link())}>
              {provider.isLinked ? words.unlink({ provider: provider.name }) : words.link({ provider: provider.name })}
            </Button>
          </li>
        )}
      </ul>
      <AccountFault fault={fault || told} refusal={refusal} />
    </section>
  )
}
