export type {
  HostModule,
  ProgressEvent,
  RunOptions,
  RunResult,
  StoredRun,
} from './options.ts'
export { listRuns, readRun } from './read.ts'
export { runSystem } from './run.ts'
export { type LoadedSystem, type ServeOptions, serveSystem } from './serve.ts'
