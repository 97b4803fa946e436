import * as z from 'zod'

/** What a system is measured on. Each task has one leaderboard. */
export const tasks = ['entities', 'dates', 'claims', 'summaries'] as const
export type Task = (typeof tasks)[number]
export const taskSchema = z.enum(tasks)

/** The layer of an output that a task is about. */
export const layerOfTask = {
  entities: 'mentions',
  dates: 'timexes',
  claims: 'claims',
  summaries: 'summary',
} as const satisfies Record<Task, string>
