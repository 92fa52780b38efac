import type { PersonView } from '../../../protocol/views.ts'
import type { Permission } from '../../../protocol/types.ts'
import { OFFERED, permissionsOf } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { useMarked } from '../people/index.ts'

/** The permissions of one person, whatever the role; each switch acts at once. [PERMISSION-2] */
export function EditPermissions({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const named = useMarked()
  const now = useLive((state) => state.session.people.get(person.id)) ?? person
  const has = permissionsOf(now)
  const change = async (permission: Permission, on: boolean) =>
    await call.ask({ type: 'setPermissions', person: now.id, permissions: { [permission]: on } })
  return (
    <Sheet title={words.permissionsOf({ name: named(now.name) })} onClose={onClose}>
      {OFFERED.map((each) => (
        <Switch key={each} label={words.permission[each]} isOn={has[each]} onChange={(on) => change(each, on)} />
      ))}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
