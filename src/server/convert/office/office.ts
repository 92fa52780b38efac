import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runBoxed, type Boxed } from '../box.ts'
import type { Refusal } from '../converted.ts'
import type { OfficeType } from '../kind.ts'
import type { Programs } from '../programs.ts'
import { faultIn } from '../worker.ts'

/** No macros, nothing that acts, and nothing fetched from beside the file or from anywhere else. */
const SETTINGS: readonly [path: string, name: string, value: string][] = [
  ['Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Writer/Content/Update', 'Link', '0'],
  ['Calc/Content/Update', 'Link', '2'],
]

/**
 * Has LibreOffice make a PDF of a document, in a profile that nothing was in before and nothing is left of. [CONVERT-10]
 *
 * @returns the file, or why there is none
 */
export async function officeToPdf(
  source: string,
  type: OfficeType,
  boxed: Omit<Boxed, 'program' | 'args'>,
  programs: Programs,
): Promise<{ pdf: string } | { reason: Refusal }> {
  if (!programs.soffice) return { reason: 'no-office' }
  const profile = join(boxed.folder, 'profile')
  await mkdir(join(profile, 'user'), { recursive: true })
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings())
  await copyFile(source, join(boxed.folder, `document.${type}`))
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--nofirststartwizard',
    '--convert-to',
    'pdf',
    '--outdir',
    boxed.folder,
    join(boxed.folder, `document.${type}`),
  ]
  const ended = await runBoxed({ ...boxed, program: programs.soffice, args }, programs)
  if (ended.how === 'too-slow' || ended.how === 'aborted') return { reason: ended.how }
  const pdf = join(boxed.folder, 'document.pdf')
  // It says with 0 that it ended, also where it could not read the file.
  const isThere = await stat(pdf).then(
    (file) => file.size > 0,
    () => false,
  )
  if (isThere) return { pdf }
  return { reason: /password/i.test(ended.words) ? 'password' : faultIn(ended.words) }
}

function settings(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>`
}
