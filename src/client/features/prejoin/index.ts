/** Before entering, as far as other features may use it. */
export { Prejoin } from './Prejoin.tsx'
export { WhoYouAre } from './WhoYouAre.tsx'
