import type { Reporter } from '@assay/schema'
import { visibleJson } from '../visible.ts'

/** `leaderboard.json`: the published result, complete and nothing else. */
export const json: Reporter = {
  id: 'json',
  file: 'leaderboard.json',
  render: ({ leaderboard }) => `${visibleJson(JSON.stringify(leaderboard, null, 2))}\n`,
}
