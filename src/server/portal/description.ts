import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

// Markdown as far as a description needs it: nothing else is a mark, and HTML stays what it is, text.
const markdown = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable([
  'emphasis',
  'escape',
  'link',
  'autolink',
  'linkify',
  'list',
  'newline',
])

// Whatever the Markdown made: this is all that can come into a page. [ROOM-4]
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a'],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (_tag, { href = '' }) => ({
      tagName: 'a',
      attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
  },
}

/**
 * What a description is on a page, and its text alone, of what was typed: paragraphs, bold, italic, lists and links by the marks of Markdown.
 * `html` is safe to be put into a page. [ROOM-4]
 */
export function describe(typed: string): { html: string; text: string } {
  const html = sanitizeHtml(markdown.render(typed), ALLOWED).trim()
  const lines = markdown.parse(typed, {}).flatMap(({ children }) => {
    const line = children?.map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join('')
    return line ?? []
  })
  return { html, text: lines.join('\n') }
}
