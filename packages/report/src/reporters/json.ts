import { type Reporter, visibleJson } from '@assay/schema'

/** `leaderboard.json`: the published result, complete and nothing else. */
export const json: Reporter = {
  id: 'json',
  file: 'leaderboard.json',
  render: ({ leaderboard }) => `${visibleJson(JSON.stringify(leaderboard, null, 2))}\n`,
}
