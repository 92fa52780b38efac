import { directionOf, type Language } from '../../../protocol/language.ts'
import type { Words } from './words.ts'

/** An address that can be pressed, under its words. */
export type Press = { words: string; url: string }

/** What a mail says, part by part: plain text, whatever stands in it. */
export type Letter = {
  subject: string
  /** The paragraphs that it begins with. */
  lead: readonly string[]
  /** What somebody typed, in its own direction; a line break in it is one. */
  typed: string
  /** The paragraphs that follow. */
  after: readonly string[]
  /** The address of a picture that says nothing of its own. */
  picture: string | null
  facts: readonly (readonly [what: string, is: string])[]
  /** Times of before, each with what is in its place, and what is said below them. */
  moves: readonly (readonly [was: string, is: string])[]
  more: string
  button: Press | null
  /** Where the button does not work: its address is read. */
  buttonHelp: string
  small: readonly string[]
  /** Ends mails of this kind. */
  stop: Press | null
}

/** What a letter has beside its subject and what it begins with, where nothing else is said. */
export function nothingElse({ catalogue }: Words): Omit<Letter, 'subject' | 'lead'> {
  return {
    typed: '',
    after: [],
    picture: null,
    facts: [],
    moves: [],
    more: '',
    button: null,
    buttonHelp: catalogue.buttonHelp,
    small: [],
    stop: null,
  }
}

/** A letter as plain text. */
export function asText({ lead, typed, after, facts, moves, more, button, small, stop }: Letter): string {
  const parts = [
    ...lead,
    typed,
    ...after,
    facts.map(([what, is]) => `${what}: ${is}`).join('\n'),
    ...moves.map(([was, is]) => `${was}\n${is}`),
    more,
    button && `${button.words}:\n${button.url}`,
    ...small,
    stop && `${stop.words}:\n${stop.url}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** A letter as a page that needs no picture, and is legible where its styles are thrown away. Everything in it is escaped. */
export function asHtml(letter: Letter, language: Language): string {
  const { subject, lead, typed, after, picture, facts, moves, more, button, buttonHelp, small, stop } = letter
  const direction = directionOf(language)
  const start = direction === 'rtl' ? 'right' : 'left'
  const cell = `padding:0 0 16px;text-align:${start}`
  const row = (inner: string) => `<tr><td style="${cell}">${inner}</td></tr>`
  const rows = [
    picture &&
      row(`<img src="${escaped(picture)}" alt="" width="512" style="max-width:100%;height:auto;border-radius:12px">`),
    ...lead.map((text) => row(`<p style="margin:0">${lines(text)}</p>`)),
    typed && row(`<p dir="auto" style="margin:0">${lines(typed)}</p>`),
    ...after.map((text) => row(`<p style="margin:0">${lines(text)}</p>`)),
    ...[...facts, ...moves].map(([what, is]) =>
      row(
        `<p style="margin:0"><span class="soft" style="color:#4a554e">${lines(what)}</span><br><b>${lines(is)}</b></p>`,
      ),
    ),
    more && row(`<p style="margin:0">${lines(more)}</p>`),
    button && row(buttonIn(button, buttonHelp)),
    ...small.map((text) => row(`<p class="soft" style="margin:0;font-size:14px;color:#4a554e">${lines(text)}</p>`)),
    stop && row(`<p style="margin:0;font-size:14px">${link(stop.url, stop.words)}</p>`),
  ]
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  body, .page { background: #0f1412 !important; color: #eef3ef !important }
  .card { background: #171d1a !important; color: #eef3ef !important }
  .soft { color: #b0bbb4 !important }
  .button { background: #4fd297 !important; color: #04210f !important }
  .link { color: #74e0b0 !important }
}
</style>
</head>
<body style="margin:0;background:#f2f4f0;color:#131a16">
<table class="page" role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f0">
<tr><td align="center" style="padding:24px 12px">
<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;padding:24px 24px 8px;background:#ffffff;border-radius:16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
${rows.filter(Boolean).join('\n')}
</table>
</td></tr>
</table>
</body>
</html>
`
}

function buttonIn({ words, url }: Press, help: string): string {
  const look =
    'display:inline-block;padding:12px 20px;border-radius:10px;background:#0d6a44;color:#ffffff;font-weight:600;text-decoration:none'
  return [
    `<a class="button" href="${escaped(url)}" style="${look}">${escaped(words)}</a>`,
    `<p class="soft" style="margin:12px 0 0;font-size:14px;color:#4a554e">${escaped(help)}<br>${link(url, url)}</p>`,
  ].join('\n')
}

const link = (url: string, words: string) =>
  `<a class="link" href="${escaped(url)}" style="color:#0a5a39;overflow-wrap:anywhere">${escaped(words)}</a>`

const lines = (text: string) => escaped(text).replace(/\r\n|\r|\n/g, '<br>')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
