import { mediaContract } from './media.contract.ts'
import { fakeMedia } from './media.fake.ts'

const media = fakeMedia()

mediaContract('the fake engine', () => ({
  media,
  connects: async () => {},
  publishes: async (_session, person) => media.granted(person)?.publish ?? null,
}))
