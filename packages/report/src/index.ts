export { buildReport, type ReportedRun, type ReportInput } from './build.ts'
export { reporters } from './reporters/index.ts'
export { renderTerminal, type TerminalOptions } from './terminal.ts'
