import { Listr, ListrLogger, ProcessOutput } from 'listr2'

export interface Job {
  readonly title: string
  /** Resolves when the job is over; calls `say` with what a reader wants to know right now. */
  run(say: (text: string) => void): Promise<void>
}

/** Runs jobs, `workers` at a time, with progress on stderr: a live list on a terminal, plain lines elsewhere. */
export async function runJobs(jobs: readonly Job[], workers: number): Promise<void> {
  const live = process.stderr.isTTY && !process.env['CI']
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
  const tasks = jobs.map((job) => ({
    title: job.title,
    task: (_: unknown, task: { title: string | undefined }) =>
      job.run((text) => {
        task.title = `${job.title}  ${text}`
      }),
  }))
  const shared = { concurrent: workers, exitOnError: false, registerSignalListeners: false }
  if (live) await new Listr(tasks, { ...shared, renderer: 'default', rendererOptions: { logger } }).run()
  else await new Listr(tasks, { ...shared, renderer: 'simple', rendererOptions: { logger } }).run()
}

/** `██████░░░░  6/10`. */
export function bar(done: number, total: number): string {
  const width = 20
  const full = total === 0 ? width : Math.floor((width * done) / total)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}  ${done}/${total}`
}
