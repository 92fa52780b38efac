// The shim's own file; its types are for the package's main entry.
declare module 'webrtc-adapter/src/js/adapter_core.js'
