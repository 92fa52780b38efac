// Read by Excalidraw when it draws its first letter: without it the fonts would be asked of somebody else. The build puts them there.
Object.assign(globalThis, { EXCALIDRAW_ASSET_PATH: '/assets/whiteboard/' })
