import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'

const DeleteDataSheet = lazyPart(async () => (await import('./DeleteDataSheet.tsx')).DeleteDataSheet, <ComingOver />)

/** Deletes one's own data after one has left, or after the end; the host's go with the room. [KEEP-6] [KEEP-8] */
export function DeleteData() {
  const t = useMessages('core')
  const isHost = useLive((state) => state.you?.role === 'host')
  const [isAsking, setIsAsking] = useState(false)
  if (isHost) return null
  return (
    <>
      <Button look="quiet" size="large" onPress={() => setIsAsking(true)}>
        {t.deleteData}
      </Button>
      {isAsking && <DeleteDataSheet onClose={() => setIsAsking(false)} />}
    </>
  )
}
