export { SIGNS } from './signs.ts'
