import type { Words } from '../en/words.ts'
import { part } from '../../lazy-messages.ts'
import { core } from './core.ts'
import { panel } from './panel.ts'
import { reactions } from './reactions.ts'
import { room } from './room.ts'
import { stage } from './stage.ts'

export const words: Words = {
  core,
  room,
  reactions,
  stage,
  panel,
  parts: {
    notices: part(async () => (await import('./notices.ts')).notices),
    alerts: part(async () => (await import('./alerts.ts')).alerts),
    keys: part(async () => (await import('./keys.ts')).keys),
    background: part(async () => (await import('./background.ts')).background),
    devices: part(async () => (await import('./devices.ts')).devices),
    line: part(async () => (await import('./line.ts')).line),
    feedback: part(async () => (await import('./feedback.ts')).feedback),
    chat: part(async () => (await import('./chat.ts')).chat),
    acts: part(async () => (await import('./acts.ts')).acts),
    faults: part(async () => (await import('./faults.ts')).faults),
    share: part(async () => (await import('./share.ts')).share),
    portal: part(async () => (await import('./portal.ts')).portal),
    ends: part(async () => (await import('./ends.ts')).ends),
    requirements: part(async () => (await import('./requirements.ts')).requirements),
  },
}
