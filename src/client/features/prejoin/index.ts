/** The prejoin page: what other features may use. */
export { Prejoin } from './Prejoin.tsx'
export { WhoYouAre } from './WhoYouAre.tsx'
