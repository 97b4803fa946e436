export { type Block } from './blocks/block.ts'
export { blocksToHtml } from './blocks/html.tsx'
export { blocksToMarkdown } from './blocks/markdown.ts'
export { type BlockOptions, blocksToTerminal } from './blocks/terminal.ts'
export { buildReport, type ReportedRun, type ReportInput } from './build.ts'
export { metricCard } from './cards/card.ts'
export { cardPages, type MetricLists } from './cards/pages.ts'
export { comparisonBlocks, type ComparisonOptions } from './compare/blocks.ts'
export {
  buildComparison,
  type ColumnComparison,
  type ComparedRun,
  type CompareInput,
  type Comparison,
} from './compare/comparison.ts'
export { reporters } from './reporters/index.ts'
export { renderTerminal, type TerminalOptions } from './terminal.ts'
