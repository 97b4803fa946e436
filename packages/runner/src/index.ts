export { type Channel, type ChannelEvent, openChannel } from './channel.ts'
export { describeSystem } from './describe.ts'
export { guardProcess } from './guard.ts'
export { type JudgedRun, type JudgeIdentity, type JudgeOptions, judgeRun, prepareJudge } from './judge.ts'
export { peakMemoryBytes } from './memory.ts'
export { messageOf, oneLine } from './message.ts'
export type {
  HostModule,
  ProgressEvent,
  RunOptions,
  RunResult,
  StoredRun,
} from './options.ts'
export { readJudged, type StoredJudged } from './read-judged.ts'
export { listRuns, readRun } from './read.ts'
export { runSystem } from './run.ts'
export { type LoadedSystem, type ServeOptions, serveSystem } from './serve.ts'
