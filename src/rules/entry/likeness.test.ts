import { expect, test } from 'vitest'
import { likenessOf, looksOf } from './likeness.ts'

test.each([
  ['Hana Weber', 'hana weber'],
  ['Hana Weber', 'HANA  WEBER'],
  ['Hana Weber', 'Hаnа Wеbеr'],
  ['Hana Weber', 'Háńa Wėber'],
  ['Hana Weber', 'Ｈａｎａ Ｗｅｂｅｒ'],
  ['Hana Weber', 'Hana-Weber.'],
  ['Hana Weber', '𝐇𝐚𝐧𝐚 𝐖𝐞𝐛𝐞𝐫'],
  ['Ana Silva', 'Ana Silva (2)'],
  ['Kwame Mensah', 'Κwame Μensah'],
  ['Hana Weber', 'Ηana Weber'],
  ['Nina Yilmaz', 'Νina Υilmaz'],
  ['Hana Weber', 'Ꮋana Ꮃeber'],
  ['Hana Weber', 'ʜᴀɴᴀ ᴡᴇʙᴇʀ'],
  ['Hana Weber', '🅷🅰🅝🅐 Weber'],
  ['Hana Weber', 'Ħana Weƀer'],
  ['נועה', 'נוֹעָה'],
])('[NAME-4] %s and %s are the same to the eye', (one, other) => {
  expect(likenessOf(other)).toBe(likenessOf(one))
})

test.each([
  ['Hana Weber', 'Hana Webber'],
  ['Ilan', 'Lian'],
  ['田中 芽衣', '田中 芽依'],
  ['נור', 'נוי'],
  ['🙂', '🙃'],
  ['かんだ', 'がんだ'],
  ['राम', 'रमा'],
  ['กิม', 'กุม'],
  ['Ana 1', 'Ana 2'],
])('[NAME-4] %s and %s are two names', (one, other) => {
  expect(likenessOf(other)).not.toBe(likenessOf(one))
})

test.each([
  ['Hana Weber', 'Hana VVeber'],
  ['Emil', 'Ernil'],
  ['Ilan', '1lan'],
  ['Noor', 'N00r'],
  ['Claudia', 'dauclia'],
])('[NAME-5] %s could be taken for %s', (one, other) => {
  expect(looksOf(other)).toBe(looksOf(one))
})
