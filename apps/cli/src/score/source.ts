import type { StoredJudged } from '@assay/runner'
import type { Annotation, Article, DatasetIdentity, Prediction, SystemRecord, Task } from '@assay/schema'

/** What stands on one line of a file, or in one file of a dataset. */
export interface Entry {
  readonly id: string
  /** 1-based; 0: it has a file of its own. */
  readonly line: number
  /** Something is wrong with it, and has been said: its partner is not to be called one too many. */
  readonly isBroken?: true
}

/** The gold of one article. */
export interface GoldEntry extends Entry {
  /** Its `text` throws where gold has none. */
  readonly article: Article
  readonly hasText: boolean
  readonly annotation: Annotation
  /** The story, or the id. */
  readonly unit: string
}

/** What was predicted for one article, in each of its repeats. */
export interface PredictedEntry extends Entry {
  readonly predictions: readonly Prediction[]
}

/** Entries in the order of a file. */
export interface Source<Item extends Entry> {
  /** As the user named it. */
  readonly name: string
  /** The file of an entry, for messages. */
  fileOf(entry: Entry): string
  /** Null after the last. What cannot be read is a finding, and broken or passed over. */
  next(): Item | null
  /** The line on which `id` first stands; reads the file once more. */
  firstLineOf(id: string): number | null
  /** All ids with their lines, from the start; reads the file once more. */
  ids(): Iterable<readonly [id: string, line: number]>
  /** 0 to 1. */
  readonly progress: number
  close(): void
}

export interface GoldSource extends Source<GoldEntry> {
  /** Once everything is read, what the scores rest on. */
  identity(articles: number): DatasetIdentity
  /** The tasks its gold is exhaustive for; null: those of the layers that are there. */
  readonly tasks: readonly Task[] | null
}

export interface PredictedSource extends Source<PredictedEntry> {
  /** Where it is a run. */
  readonly run: {
    readonly id: string
    readonly system: SystemRecord
    readonly texts: string
    readonly repeats: number
    /** What a judge said of it; null: none was asked, or has not answered everything. */
    readonly judged: StoredJudged | null
  } | null
}
