import { use, useSyncExternalStore } from 'react'
import type { FaultsText } from './locales/en/faults.ts'
import type { Language } from './language.ts'
import type { ActsText } from './locales/en/acts.ts'
import type { AlertsText } from './locales/en/alerts.ts'
import type { ChatText } from './locales/en/chat.ts'
import type { DevicesText } from './locales/en/devices.ts'
import type { BackgroundText } from './locales/en/background.ts'
import type { KeysText } from './locales/en/keys.ts'
import type { ReactionsText } from './locales/en/reactions.ts'
import type { StageText } from './locales/en/stage.ts'
import type { Text } from './locales/en/core.ts'
import type { NoticesText, NoticeWords } from './locales/en/notices.ts'
import type { EndsText } from './locales/en/ends.ts'
import type { LineText } from './locales/en/line.ts'
import type { FeedbackText } from './locales/en/feedback.ts'
import type { PanelText } from './locales/en/panel.ts'
import type { PortalText } from './locales/en/portal.ts'
import type { RequirementsText } from './locales/en/requirements.ts'
import type { RoomText } from './locales/en/room.ts'
export type { ActsText, ChatText, EndsText, NoticesText, NoticeWords, Text }

import type { ShareText } from './locales/en/share.ts'
import type { Part } from './lazy-messages.ts'
import { onLanguage, shownWords } from './load-messages.ts'

/** What everybody may come to see, in the language that is shown. */
export const useText = (): Text => useShown().words.core
/** The room’s frame. */
export const useRoomText = (): RoomText => useShown().words.room
/** The panel’s frame. */
export const usePanelText = (): PanelText => useShown().words.panel
/** What comes with the chat. */
export const useChatText = (): ChatText => usePart(useShown().words.parts.chat)
/** What is told and asked, and what is read out. */
export const useNoticesText = (): NoticesText => usePart(useShown().words.parts.notices)
/** What people think of the room. */
export const useFeedbackText = (): FeedbackText => usePart(useShown().words.parts.feedback)
/** What only those who run the room see. */
export const useActsText = (): ActsText => usePart(useShown().words.parts.acts)
/** What is wrong with a device. */
export const useFaultsText = (): FaultsText => usePart(useShown().words.parts.faults)
/** The start page, and a room’s page before it is entered. */
export const usePortalText = (): PortalText => usePart(useShown().words.parts.portal)
/** Where one stands outside a room. */
export const useEndsText = (): EndsText => usePart(useShown().words.parts.ends)
/** Brings words before they are needed: a session may end because the server does. */
export const bringWords = (part: 'ends' | 'notices'): void =>
  void shownWords()
    .words.parts[part].bring()
    .catch(() => {})
/** The page that says what works where. */
export const useRequirementsText = (): RequirementsText => usePart(useShown().words.parts.requirements)
/** What calls somebody back. */
export const useAlertsText = (): AlertsText => usePart(useShown().words.parts.alerts)
/** The own connection. */
export const useLineText = (): LineText => usePart(useShown().words.parts.line)
/** What comes with *Set devices*. */
export const useDevicesText = (): DevicesText => usePart(useShown().words.parts.devices)
/** A shared screen, and the question before it. */
export const useShareText = (): ShareText => usePart(useShown().words.parts.share)
/** The menu of backgrounds. */
export const useBackgroundText = (): BackgroundText => usePart(useShown().words.parts.background)
/** The list of the keys. */
export const useKeysText = (): KeysText => usePart(useShown().words.parts.keys)
/** The menu of reactions, and what rises. */
export const useReactionsText = (): ReactionsText => useShown().words.reactions
/** Tiles, and what their menus do. */
export const useStageText = (): StageText => useShown().words.stage

/** The language that is shown. */
export const useLanguage = (): Language => useShown().language

function useShown() {
  return useSyncExternalStore(onLanguage, shownWords)
}

/**
 * Words that come with what shows them, which stands in a `later()`: that waits for them too. Always by `use`: React draws a
 * component again from where it waited, and counts on finding the same calls there.
 */
function usePart<T>(part: Part<T>): T {
  return use(part.bring())
}
