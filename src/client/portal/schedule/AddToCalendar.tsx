import { CalendarPlus, Download, ExternalLink } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'

/** The addresses of a calendar file of ours, and of what Google and Outlook make of it. */
export type CalendarAddresses = { file: string; google: string; outlook: string }

/** **Add to calendar**: a file, or a page of Google or Outlook, which hears nothing before it is chosen. [CALENDAR-7] */
export function AddToCalendar({ file, google, outlook }: CalendarAddresses) {
  const words = useMessages('schedule')
  const acts = [
    { id: 'file', name: words.file, icon: Download, run: () => location.assign(file) },
    { id: 'google', name: words.google, icon: ExternalLink, run: () => visit(google) },
    { id: 'outlook', name: words.outlook, icon: ExternalLink, run: () => visit(outlook) },
  ]
  return (
    <Menu label={words.addToCalendar} acts={acts}>
      {(opener) => (
        <Button icon={CalendarPlus} opener={opener}>
          {words.addToCalendar}
        </Button>
      )}
    </Menu>
  )
}

/** Opens a page of somebody else, who is not told from where. */
function visit(address: string): void {
  open(address, '_blank', 'noopener,noreferrer')
}
