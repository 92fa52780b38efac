import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { MailKind } from '../../../protocol/mail.ts'
import { LinkRole } from '../../../protocol/types.ts'
import { renderMail, type MailAbout } from './render-mail.ts'

const HOUR = 3_600_000
const link = 'https://rooms.example/i/abc?x=1&y=2'
const unsubscribe = 'https://rooms.example/stop/1'
const room = {
  name: 'Harbour library',
  description: 'First line.\nSecond line.',
  picture: 'https://rooms.example/p.webp',
}
// A quarter to midnight in Berlin, and the next day in Tokyo.
const start = Date.UTC(2026, 10, 27, 22, 45)
const when = { start, end: start + HOUR, zone: 'Europe/Berlin' }
const was = { start: start - 24 * HOUR, end: start - 23 * HOUR, zone: 'Europe/Berlin' }

const ALL: MailAbout[] = [
  { kind: 'verify-email', name: 'Noor', link, hours: 1 },
  { kind: 'reset-password', name: '', link, hours: 2 },
  { kind: 'change-email', name: 'Noor', link, hours: 24 },
  { kind: 'email-changed', name: 'Noor' },
  ...LinkRole.options.map((role) => ({ kind: 'invitation' as const, by: 'Hana', role, room, when, link, unsubscribe })),
  { kind: 'reminder', ahead: 'day', isInvited: true, room, when, link, unsubscribe },
  { kind: 'reminder', ahead: 'hour', isInvited: false, room, when, link, unsubscribe },
  { kind: 'reminder', ahead: 'soon', isInvited: false, room, when, link, unsubscribe },
  { kind: 'cancelled', room, changes: [{ was, when: null }], unsubscribe },
  { kind: 'moved', room, changes: [{ was: null, when }], link, unsubscribe },
  { kind: 'moved', room, changes: [{ was, when }], link, unsubscribe },
  { kind: 'moved', room, changes: Array.from({ length: 24 }, () => ({ was, when })), link, unsubscribe },
]

const invitation = (given: Partial<Extract<MailAbout, { kind: 'invitation' }>> = {}) => ({
  kind: 'invitation' as const,
  by: 'Hana Weber',
  role: 'viewer' as const,
  room,
  when,
  link,
  unsubscribe,
  ...given,
})

test.for(LANGUAGES)('[MAIL-12] every mail is said in this language, as a page and as plain text: %s', (language) => {
  expect(new Set(ALL.map(({ kind }) => kind))).toEqual(new Set(MailKind.options))
  for (const about of ALL) {
    const { subject, html, text } = renderMail({ ...about, language })
    expect(subject).toMatch(/^\P{Cc}{5,}$/u)
    expect(html).toContain(`<html lang="${language}" dir="${language === 'he' ? 'rtl' : 'ltr'}">`)
    expect(`${subject}${html}${text}`).not.toMatch(/undefined|null|\[object/)
    if ('link' in about) expect(text).toContain(link)
    // Whatever is not about one's own account. [MAIL-13]
    if ('room' in about) expect(text).toContain(unsubscribe)
    if ('link' in about) expect(html).toContain('href="https://rooms.example/i/abc?x=1&amp;y=2"')
    if (language !== 'en') expect(text).not.toBe(renderMail({ ...about, language: 'en' }).text)
  }
})

test('[MAIL-12] an invitation says who invites to what, when, in which zone, as what, and how to come in', () => {
  const { subject, text } = renderMail({ ...invitation(), language: 'en' })
  expect(subject).toBe('Hana Weber invites you to “Harbour library”')
  expect(text.replaceAll(/[\u202f\u2009]/g, ' ')).toBe(`Hana Weber invites you to the session “Harbour library”.

First line.
Second line.

You come as a viewer: you see and hear, with microphone and camera off.

When: Friday, November 27, 2026 at 11:45 PM – Saturday, November 28, 2026 at 12:45 AM · Central European Standard Time

Open the session:
https://rooms.example/i/abc?x=1&y=2

This invitation is for you. Please do not pass it on.

You get this mail because Hana Weber invited this address on rooms.example.

Get no more mails like this:
https://rooms.example/stop/1
`)
})

test('[MAIL-12] the same instant is told in the zone of each reader', () => {
  const inZone = (zone: string, language: 'de' | 'ja') =>
    renderMail({ ...invitation({ when: { ...when, zone } }), language }).text
  expect(inZone('Europe/Berlin', 'de')).toContain('Mitteleuropäische Normalzeit')
  expect(inZone('Europe/Berlin', 'de')).toContain('27. November 2026')
  expect(inZone('Asia/Tokyo', 'ja')).toMatch(/11\D28\D.*\b7\D45.*\b8\D45.*日本標準時/)
})

test('[MAIL-12] what people typed is text: script, quotes and signs of the format stay what they are', () => {
  const evil = `<script>alert('x')</script>"&{room}#`
  const about = invitation({
    by: evil,
    room: { name: evil, description: `${evil}\n<img src=x onerror=x>`, picture: null },
  })
  const { html, text } = renderMail({ ...about, language: 'en' })
  expect(html).not.toMatch(/<script|<img|onerror=x>/)
  expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;{room}#')
  expect(text).toContain(evil)
})

test('[MAIL-12] a line break in a name begins no header', () => {
  const { subject } = renderMail({ ...invitation({ by: 'Hana\r\nBcc: all@example.org\u2028x' }), language: 'en' })
  expect(subject).toBe('Hana Bcc: all@example.org x invites you to “Harbour library”')
})

test('[LANG-5] [MAIL-12] a description keeps its own direction', () => {
  const { html } = renderMail({ ...invitation(), language: 'he' })
  expect(html).toContain('<p dir="auto" style="margin:0">First line.<br>Second line.</p>')
})

test('[MAIL-12] a mail leads to web addresses alone', () => {
  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', '/r/abc', ''])
    expect(() => renderMail({ ...invitation({ link: wrong }), language: 'en' })).toThrow('web addresses')
  const picture = { ...room, picture: 'file:///etc/passwd' }
  expect(() => renderMail({ ...invitation({ room: picture }), language: 'en' })).toThrow('web addresses')
})

test('[MAIL-12] a mail says all of it without its picture, and names turn nothing round in Hebrew', () => {
  const { html } = renderMail({ ...invitation(), language: 'he' })
  expect(html).toMatch(/<img src="https:\/\/rooms\.example\/p\.webp" alt=""/)
  expect(html).toContain('\u2068Hana Weber\u2069')
  expect(html).toContain('prefers-color-scheme: dark')
})

test('[MAIL-12] counts have the forms of the language', () => {
  const works = (hours: number) => renderMail({ kind: 'verify-email', name: '', link, hours, language: 'he' }).text
  expect(works(1)).toContain('שעה אחת')
  expect(works(2)).toContain('שעתיים')
  expect(works(24)).toContain('24 שעות')
})

test('[REMIND-5] a change of many times says of each what it was and is, and of more than ten how many more', () => {
  const week = 7 * 24 * HOUR
  const changes = Array.from({ length: 24 }, (_, n) => ({
    was: { start: was.start + n * week, end: was.end + n * week, zone: 'Europe/Berlin' },
    when: n === 1 ? null : { start: start + n * week, end: start + n * week + HOUR, zone: 'Europe/Berlin' },
  }))
  const { text, html } = renderMail({ kind: 'moved', room, changes, link, unsubscribe, language: 'en' })
  expect(text).toContain('The session “Harbour library” has new times.')
  expect(text).toMatch(/November 26[^]*\n→ Friday, November 27[^]*December 3[^]*\n→ does not take place/)
  expect(text.match(/→/g)).toHaveLength(10)
  expect(text).toContain('and 14 more within a year')
  expect(html.match(/→/g)).toHaveLength(10)
  const cancelled = changes.slice(0, 2).map((each) => ({ was: each.was, when: null }))
  const off = renderMail({ kind: 'cancelled', room, changes: cancelled, unsubscribe, language: 'en' }).text
  expect(off).toMatch(/will not take place at these times\.\n\nWhen: [^]*November 26[^]*\n[^]*December 3/)
})
