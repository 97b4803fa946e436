export { assign, type WeightedPair } from './matching/assignment.ts'
export { metrics } from './metrics/index.ts'
