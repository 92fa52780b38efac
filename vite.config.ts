import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compressed.mjs'
import { emoji } from './scripts/emoji.mjs'
import { featureFaces } from './scripts/feature-faces.mjs'
import { icons } from './scripts/icons.mjs'
import { messages } from './scripts/messages.mjs'
import { whiteboardFonts } from './scripts/whiteboard-fonts.mjs'
import { segmentation } from './scripts/segmentation.mjs'

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

// The last three are shared by what comes before a room, in it and after it.
const FIRST = [
  'src/client/app/room.tsx',
  'src/client/i18n/lazy-messages.ts',
  'src/client/portal/DeadEnd.tsx',
  'src/client/portal/InviteLink.tsx',
  'src/client/ui/pages/MessagePage.tsx',
]

// What a room shows or does by itself, after its first picture.
const BY_ITSELF = [
  'chat/Chat',
  'chat/PrivateMenu',
  'notifications/Alerts',
  'notifications/Bell',
  'notifications/Notices',
  'participants/Participants',
  'reactions/Reactions',
  'room/RoomEffects',
  'stage/EmptyStage',
].map((name) => `src/client/features/${name}.tsx`)

// What a room shows by itself to those who run it.
const TO_MODERATORS = [
  'hands/AllHands',
  'invitation/InviteHere',
  'lobby/WaitingGroup',
  'participants/AllMenu',
  'participants/PersonActs',
  'room/FilesBrought',
  'stage/backstage/Backstage',
  'stage/backstage/BackstageStrip',
  'stage/share/StopShare',
].map((name) => `src/client/features/${name}.tsx`)

// What a room shows by itself, but seldom or to few: on pages of a large stage, backstage, with a weak connection, to people on stage, of
// their devices too.
const SOMETIMES = [
  'hands/Reason',
  'notifications/FaultToast',
  'notifications/ToastActs',
  'panel/SheetHandle',
  'stage/Edges',
  'room/PortraitHint',
  'stage/NoMedia',
  'stage/SelfHidden',
  'stage/SoundOnly',
  'stage/WeakConnection',
  'stage/backstage/OwnBackstage',
  'stage/share/ShareTile',
  'stage/tile/InPicture',
  'stage/tile/OwnSwitches',
  'stage/tile/TileTools',
].map((name) => `src/client/features/${name}.tsx`)

/** Puts what some modules import, and they, into one file: it is smaller than its parts. What an earlier file has stays there. */
export function together(name: string, entries: readonly string[]) {
  const found = new Set<string>()
  const follow = (id: string, modules: Modules): void => {
    if (found.has(id)) return
    found.add(id)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) follow(each, modules)
  }
  return (id: string, modules: Modules) => {
    if (found.size === 0) for (const each of entries) follow(fileURLToPath(new URL(each, import.meta.url)), modules)
    return found.has(id) ? name : null
  }
}

/** `messages-de-first` for the German messages of the first page. */
export function catalogueOf(id: string): string | null {
  const [, language, when] = /^\0virtual:catalogues\/(.+)\/(.+)/.exec(id) ?? []
  return language && when ? `messages-${language}-${when}` : null
}

/** What is opened by a press, by its place: a file a part of the page. */
const LATER: [name: string, place: RegExp][] = [
  ['portal', /src\/client\/portal\//],
  ['call', /src\/client\/call\/(?!background\/(?!camera-effects))/],
  ['devices', /src\/client\/features\/device-setup\//],
  [
    'room-later',
    /src\/client\/features\/(?!(content\/(?!index|acts|content-tile|use-present|slides\/use-turning)|media|storyboard|notes)\/?)/,
  ],
]

/** The controls that what is opened later shares. */
const CONTROLS = /src\/client\/ui\/|node_modules\/(@react-|react-|@internationalized)/

/** What is opened by a few, or on some days: nothing of it is loaded before somebody presents or brings something. */
const SELDOM: [name: string, place: RegExp][] = [
  ['whiteboard', /src\/client\/features\/content\/whiteboard\//],
  ['content', /src\/client\/features\/content\//],
  ['media', /src\/client\/features\/(media|storyboard)\//],
]

const chunkOf = (chunks: readonly [name: string, place: RegExp][]) => (id: string) =>
  chunks.find(([, place]) => place.test(id))?.[0] ?? null

/** What the page of a room and the pages around it share. ROSTRUM_DIST names another folder to build into. */
export const built = {
  outDir: process.env['ROSTRUM_DIST'] ?? 'dist',
  target: 'es2022',
  // The first with light-dark(): rewritten for older ones, a dark stage on a light page would get the page's ink.
  cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  assetsInlineLimit: 4096,
  reportCompressedSize: true,
  // All of these browsers know modulepreload.
  modulePreload: { polyfill: false },
}

/** The page of a room: index.html and what src/client/app/room.tsx needs become dist/. */
export default defineConfig({
  plugins: [messages(), featureFaces(), icons(), react(), segmentation(), emoji(), whiteboardFonts(), compressed()],
  build: {
    ...built,
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        // The first script names all others, and nothing of a hash compresses; seven is the least that so many files may have.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          // A chunk of its own, so that a person can read and chat before the media engine has come.
          groups: [
            {
              name: 'livekit',
              test: /node_modules[\\/](livekit-client|@livekit[\\/](?!track-processors)|@bufbuild)[\\/]|media[\\/]livekit\.ts$/,
            },
            { name: catalogueOf, debugName: 'messages' },
            {
              name: together('page', FIRST),
              debugName: 'page',
            },
            { name: together('room', BY_ITSELF), debugName: 'room' },
            { name: together('sometimes', SOMETIMES), debugName: 'sometimes' },
            { name: together('moderators', TO_MODERATORS), debugName: 'moderators' },
            { name: together('outside', ['src/client/features/room/Outside.tsx']), debugName: 'outside' },
            { name: 'controls', test: CONTROLS },
            // What both need is in the first of them.
            { name: chunkOf(LATER), debugName: 'later' },
            { name: chunkOf(SELDOM), debugName: 'seldom' },
            { name: together('notes', ['src/client/features/notes/Notes.tsx']), debugName: 'notes' },
          ],
        },
      },
    },
  },
})
