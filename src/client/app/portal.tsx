import { asReact } from './as-react.ts'
import { PortalPages } from './PortalPages.tsx'
import { start } from './start.tsx'

asReact()
void start(PortalPages)
