import { expect, test } from 'vitest'
import { describe } from './description.ts'

test('[ROOM-4] paragraphs, bold, italic, lists and links are what they were meant to be', () => {
  expect(describe('Bring **a spoon**, *please*.\nAnd water.\n\nSee https://harbour.example/plan').html).toBe(
    '<p>Bring <strong>a spoon</strong>, <em>please</em>.<br />\nAnd water.</p>\n' +
      '<p>See <a href="https://harbour.example/plan" rel="noopener noreferrer nofollow" target="_blank">https://harbour.example/plan</a></p>',
  )
  expect(describe('- one\n- two\n\n1. first').html.replaceAll('\n', '')).toBe(
    '<ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>',
  )
  expect(describe('[write](mailto:hana@example.org)').html).toContain('href="mailto:hana@example.org"')
})

test.for([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">press</a>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '[press](vbscript:alert(1))',
  '[press](//evil.example/x)',
  '<javascript:alert(1)>',
  '![](https://evil.example/track.png)',
  '<style>*{display:none}</style>',
  '[a](https://x.example "onmouseover=alert(1)")',
  '[a](https://x.example/"onmouseover="alert(1))',
  '<p style="position:fixed">over</p>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
])('[ROOM-4] nothing of %s comes into a page but its text', (typed) => {
  const { html } = describe(typed)
  const tags = [...html.matchAll(/<\/?([a-z]+)((?:\s[^<>]*)?)>/g)]
  expect(html.replaceAll(/<\/?[a-z]+(?:\s[^<>]*)?>/g, '')).not.toMatch(/[<>]/)
  for (const [, tag, attributes = ''] of tags) {
    expect(['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a']).toContain(tag)
    expect(attributes).toMatch(
      /^(?:| \/| (?:href="(?:https?:\/\/|mailto:)[^"\s]*" )?rel="noopener noreferrer nofollow" target="_blank")$/,
    )
  }
})

test('its text alone has its words, and none of its marks', () => {
  expect(describe('Bring **a spoon**\n\n- [one](https://a.example)').text).toBe('Bring a spoon\none')
  expect(describe('Tom & Jerry <b>').text).toBe('Tom & Jerry <b>')
})
