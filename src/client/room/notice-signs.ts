import {
  CircleAlert,
  CircleArrowDown,
  CircleArrowUp,
  CircleX,
  DoorClosed,
  Hand,
  ListOrdered,
  Lock,
  LockOpen,
  Mic,
  MicOff,
  MonitorUp,
  Shield,
  VideoOff,
  WifiOff,
  type LucideIcon,
} from 'lucide-react'
import type { News } from '../live/live.ts'

/** Four colours with their meanings, and ink on paper: the floor, a hand, waiting, a stop. */
export type Tone = 'floor' | 'hand' | 'wait' | 'stop' | 'plain'

/** The sign of each kind of notice, and what its colour means. */
export const SIGNS: Record<News['kind'], readonly [LucideIcon, Tone]> = {
  refused: [CircleAlert, 'stop'],
  away: [WifiOff, 'wait'],
  muted: [MicOff, 'stop'],
  'muted-voice': [MicOff, 'stop'],
  'camera-off': [VideoOff, 'stop'],
  'device-fault': [CircleAlert, 'stop'],
  locked: [Lock, 'stop'],
  unlocked: [LockOpen, 'floor'],
  'asked-to-unmute': [Mic, 'floor'],
  'removed-from-stage': [CircleArrowDown, 'plain'],
  'made-room': [CircleArrowDown, 'plain'],
  'off-stage-foul': [CircleArrowDown, 'stop'],
  'brought-on': [CircleArrowUp, 'floor'],
  invited: [CircleArrowUp, 'floor'],
  'invitation-revoked': [CircleX, 'plain'],
  'invitation-declined': [CircleX, 'plain'],
  'request-declined': [CircleX, 'plain'],
  'asks-to-join': [Hand, 'hand'],
  'raised-hand': [Hand, 'hand'],
  'hand-lowered': [Hand, 'plain'],
  'hands-cleared': [Hand, 'plain'],
  'hand-moved': [ListOrdered, 'hand'],
  'share-taken': [MonitorUp, 'plain'],
  'share-stopped': [MonitorUp, 'stop'],
  'share-failed': [CircleAlert, 'stop'],
  'permissions-set': [Shield, 'plain'],
  'role-set': [Shield, 'plain'],
  waits: [DoorClosed, 'wait'],
}
