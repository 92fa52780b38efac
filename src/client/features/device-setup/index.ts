/** Cameras, microphones and speakers: what other features may use. */
export { SetDevices } from './SetDevices.tsx'
export { useFaultWords } from './use-fault-words.ts'
