import curtain from './scenes/curtain.svg?url&no-inline'
import dusk from './scenes/dusk.svg?url&no-inline'
import hills from './scenes/hills.svg?url&no-inline'
import shelves from './scenes/shelves.svg?url&no-inline'
import study from './scenes/study.svg?url&no-inline'
import window from './scenes/window.svg?url&no-inline'
import type { Scene } from './background.ts'

/** The address of each scene's picture. Drawn for this project. */
export const sceneAddress: Record<Scene, string> = { study, window, shelves, curtain, hills, dusk }
