/** Cameras, microphones and speakers, as far as other features may use it. */
export { SetDevices } from './SetDevices.tsx'
export { useFaultWords } from './use-fault-words.ts'
