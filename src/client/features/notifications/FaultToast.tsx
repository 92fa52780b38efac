import { useMessages } from '../../i18n/messages.ts'
import { DEVICE_KINDS } from '../../call/devices/device-state.ts'
import type { Notice } from '../../call/call-state.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useCall, useDevices } from '../../state/use-call.ts'
import { Toast, type ToastProps } from './Toast.tsx'
import { useDeviceWords } from './use-device-words.ts'

/** A toast about a device, with what helps in this browser, and a button for another device if there is one. [DEVICE-12] */
export function FaultToast(props: ToastProps) {
  const [notice] = props.notices
  const deviceWords = useDeviceWords()
  const { instead } = useMessages('device-faults')
  const other = useOtherCamera(notice)
  return (
    <Toast
      {...props}
      deviceWords={(told) => {
        const [what, then] = deviceWords(told)
        return [what, other ? `${then} ${instead({ name: other.label })}` : then]
      }}
      acts={other ? <TurnOn camera={other.id} /> : notice.kind === 'plugged-in' && <UseIt notice={notice} />}
    />
  )
}

/** A camera that is still plugged in after the one in use was unplugged. */
function useOtherCamera(notice: Notice) {
  const isGone = notice.kind === 'device-fault' && notice.source === 'camera' && notice.fault === 'unplugged'
  return useDevices(({ options, chosen }) =>
    isGone ? options.camera.find(({ id, label }) => label !== '' && id !== chosen.camera) : undefined,
  )
}

function TurnOn({ camera }: { camera: string }) {
  const t = useMessages('core')
  const call = useCall()
  const turnOn = () => {
    void call.devices.choose('camera', camera)
    void call.turn('camera', true)
  }
  return (
    <Button size="small" look="primary" onPress={turnOn}>
      {t.turnCamera({ on: false })}
    </Button>
  )
}

function UseIt({ notice: { id, ids } }: { notice: Extract<Notice, { kind: 'plugged-in' }> }) {
  const words = useMessages('device-faults')
  const call = useCall()
  const take = () => {
    for (const kind of DEVICE_KINDS) if (ids[kind] !== undefined) void call.devices.choose(kind, ids[kind])
    call.dismiss([id], true)
  }
  return (
    <Button size="small" look="primary" onPress={take}>
      {words.useIt}
    </Button>
  )
}
