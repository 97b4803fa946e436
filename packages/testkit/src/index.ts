export { memoryDataset } from './draft.ts'
export { tinyNews } from './tiny-news.ts'
