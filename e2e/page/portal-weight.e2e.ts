import { expect } from 'vitest'
import { serverStories } from '../support/story.ts'
import { heaviestMore, kB, scriptOf } from './script-weight.ts'

const story = serverStories()

const HERE = ['/', '/sign-in', '/sign-up', '/forgot', '/requirements', '/nothing-here']

story(
  'a page around the rooms loads at most 60 kB of script, in every language',
  async ({ visitor, url, server: { log } }) => {
    const heavy: string[] = []
    const hana = await visitor('Hana Weber')
    const weighs = async (path: string) => {
      await hana.page.goto(`${url}${path}`)
      await hana.page.locator('h1').first().waitFor()
      await hana.page.waitForLoadState('networkidle')
      const files = await scriptOf(hana.page)
      const size = kB(files, { withEngine: true }) + heaviestMore(files)
      if (size > 60) heavy.push(`${path}: ${size} kB, ${JSON.stringify(files)}`)
    }
    for (const path of HERE) await weighs(path)
    await hana.page.goto(
      log.map((line) => /^Set up the administrator, once: (\S+)$/.exec(line)?.[1]).find(Boolean) ?? '',
    )
    for (const [label, typed] of [
      ['Your name', 'Hana Weber'],
      ['Email', 'hana@example.org'],
      ['Password', 'correct horse battery'],
    ] as const)
      await hana.types(label, typed)
    await hana.presses('Become the administrator')
    await hana.heading('Administration').waitFor()
    await hana.createsRoom('Harbour library', 'Webinar')
    const room = new URL(hana.page.url()).pathname
    const own = [
      room,
      `${room}/edit`,
      '/sessions',
      '/new',
      '/account',
      '/admin',
      '/admin/settings',
      '/admin/mails',
      '/admin/audit',
    ]
    for (const path of own) await weighs(path)
    expect(heavy).toEqual([])
  },
)
