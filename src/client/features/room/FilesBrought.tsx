import { use, useSyncExternalStore } from 'react'
import { filesSent } from '../../state/files-sent.ts'
import { OpenOver } from '../../state/over-room.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useBroughtFiles } from '../../ui/hooks/use-brought-files.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'

const SelectMedia = lazyPart(async () => (await import('../media/SelectMedia.tsx')).SelectMedia, <ComingOver />)
const DropHere = lazyPart(async () => (await import('../media/DropHere.tsx')).DropHere)
const UploadLine = lazyPart(async () => (await import('../media/UploadLine.tsx')).UploadLine)

/** What has the page to itself takes files, or none. */
const OVER = '[role=dialog], [role=alertdialog]'

/** For whoever may present: files dropped or pasted anywhere in the room are brought, and how far they are. [CONTENT-12] [CONTENT-13] */
export function FilesBrought() {
  const open = use(OpenOver)
  const hasSent = useSyncExternalStore(filesSent.subscribe, () => filesSent.begun)
  const isOver = useBroughtFiles(
    () => document.querySelector(OVER) === null,
    (files) => open(<SelectMedia files={files} onClose={() => open(null)} />),
  )
  return (
    <>
      {isOver && <DropHere />}
      {hasSent && <UploadLine />}
    </>
  )
}
