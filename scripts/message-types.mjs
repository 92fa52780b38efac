import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declarations, LOCALES } from './messages.mjs'

writeFileSync(join(LOCALES, '..', 'message-types.ts'), declarations())
