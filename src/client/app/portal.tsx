import { copyableKeyEvents } from './key-events.ts'
import { PortalPages } from './PortalPages.tsx'
import { start } from './start.tsx'

copyableKeyEvents()
void start(PortalPages)
