import type { Annotation } from './annotation.ts'
import type { Article } from './article.ts'
import type { EntityType } from './entities.ts'
import type { JsonObject } from './json.ts'
import type { Output, PredictedSummary } from './prediction.ts'
import type { ReportModel } from './report.ts'
import type { Task } from './task.ts'

type Awaitable<T> = T | Promise<T>

/** What every adapter says of itself. */
interface SystemBase {
  /** The adapter's id, for example `wink`. The name of a row is given by the config. */
  readonly adapter: string
  /** Raised whenever the same text could give another output. */
  readonly version: string
  /** What it produces. Each declared layer must be in every output. */
  readonly tasks: readonly Task[]
  /** The entity types it can give, where it gives mentions. Absent: all. */
  readonly entityTypes?: readonly EntityType[]
  /** The family of language models that made the system or what it was trained on, such as `Claude`. Absent: none. */
  readonly maker?: string
  /** Every resolved option that can change an output: part of the prediction identity. */
  readonly options?: JsonObject
  /** Local files the output depends on (a model, a predictions file). Their hashes join the identity. */
  readonly files?: readonly string[]
  /** It asks a service outside this machine. Refused before the first article unless the user opened the network. */
  readonly network?: boolean
  /** Loads what is heavy. Called once per process, before the first article, and timed as the cold start. */
  prepare?(context: PrepareContext): Promise<void>
  /** What an article is expected to cost, at most where that can be said. Asked before a run, without `prepare`. */
  expect?(article: Article, request: SummaryRequest): Usage
  /** Everything that keeps it from working here, found without loading what is heavy. Asked by `assay doctor`. */
  diagnose?(context: PrepareContext): Awaitable<readonly Diagnosis[]>
  close?(): Promise<void>
}

/** One thing that keeps a system from working. */
export interface Diagnosis {
  /** What is missing or wrong, and where. */
  readonly what: string
  /** What it is needed for. */
  readonly why?: string
  /** What to do about it: the command, where there is one. */
  readonly cure: string
}

export interface PrepareContext {
  /** The user opened the network (`--allow-network`): models may be downloaded, services asked. */
  readonly allowNetwork: boolean
}

/** What an answer cost. Measured, so it never enters results. */
export interface Usage {
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** US dollars. */
  readonly usd?: number
}

export interface CallContext {
  /** Aborted when the time for the article is over. */
  readonly signal: AbortSignal
  /** Derived from run seed, article id and repeat: the same whatever the order of articles. 32-bit unsigned. */
  readonly seed: number
  readonly repeat: number
  /** Adds to what the article has cost. Call it for every request, failed ones too. */
  spend(usage: Usage): void
}

export interface SummaryRequest {
  readonly minWords: number
  /** Reference metrics see this many words at most. */
  readonly maxWords: number
}

/** Finds mentions, timexes or claims in an article. */
export interface Extractor extends SystemBase {
  readonly kind: 'extractor'
  extract(article: Article, context: CallContext): Awaitable<Omit<Output, 'summary'>>
}

/** Writes a summary of an article within a budget of words. */
export interface Summarizer extends SystemBase {
  readonly kind: 'summarizer'
  summarize(article: Article, request: SummaryRequest, context: CallContext): Awaitable<PredictedSummary>
}

/** A pair of texts that a judge compares. Asked by a metric, answered once, counted by the metric. */
export interface Question {
  /** SHA-256 over kind, premise and hypothesis: the same question has the same id everywhere. */
  readonly id: string
  /** `support`: does the premise say what the hypothesis says? `equivalence`: do both say the same? */
  readonly kind: 'support' | 'equivalence'
  readonly premise: string
  readonly hypothesis: string
}

/** One line of `judgements.jsonl`. */
export interface Judgement {
  readonly question: string
  /** 0: no, 1: yes; null: the judge gave no usable answer, for the reason in `because`. */
  readonly score: number | null
  readonly because?: string
}

/** Answers questions about pairs of texts: a model, or a service. No row of a leaderboard. */
export interface Judge extends Omit<SystemBase, 'tasks' | 'entityTypes' | 'expect'> {
  readonly kind: 'judge'
  /** The kinds of question it can answer. Absent: all. */
  readonly answers?: readonly Question['kind'][]
  /** One score a question, in the order of the questions, 0 to 1; null: no usable answer. */
  judge(questions: readonly Question[], context: CallContext): Awaitable<readonly (number | null)[]>
}

/** A program that answers articles. Under a name in the config it is a row of the leaderboard. */
export type System = Extractor | Summarizer

/** Finite numbers under fixed or per-type keys. Rows of counts add up. */
export type Counts = Readonly<Record<string, number>>

/** A score is a number, or undefined for a stated reason. Never NaN, never a silent zero. */
export type Score = { readonly value: number } | { readonly value: null; readonly because: string }

/** One article as a metric sees it. */
export interface ScoringItem {
  readonly article: Article
  readonly gold: Annotation
  /** Empty (`{}`) when the system failed on the article. */
  readonly predicted: Output
  /** False when the system failed or skipped the article. */
  readonly produced: boolean
  /** What a judge said to the questions of the metric, by question id. Absent: none was asked. */
  readonly judgements?: ReadonlyMap<string, Judgement>
}

export interface MetricColumn {
  /** Key in the result of `finish`, for example `strict.f1`. Per-type columns add `/PERSON` and the like. */
  readonly key: string
  readonly label: string
  /** One sentence: what it says, what a perfect and a hopeless system score. */
  readonly meaning: string
  /** Both ends included; null: unbounded. */
  readonly range: readonly [number, number | null]
  readonly better: 'higher' | 'lower' | 'neither'
}

/** What a reader needs to trust a metric. Plain text; a code span stands in backticks. */
export interface MetricCard {
  /** How the headline, or the first column, is computed: `2 credit / (gold + predicted)`. */
  readonly formula: string
  /** What happens at the edges: nothing gold, nothing predicted, a failed article, duplicates. One sentence each. */
  readonly edgeCases: readonly string[]
  /** The meaning of every key of `options`. */
  readonly options?: Readonly<Record<string, string>>
  /** Which reference numbers, laws or data it was checked against, and how to repeat that. */
  readonly evidence: string
}

/**
 * Counts first, ratios last: `collect` turns an article into counts, counts are added up, `finish` computes
 * every column once from the sum. Both are pure, do not change their arguments, and `collect` gives `{}`
 * where the gold layer is not annotated.
 */
export interface Metric {
  readonly id: string
  /** Raised whenever a published number could move. */
  readonly version: string
  readonly task: Task
  readonly title: string
  /** One sentence. */
  readonly meaning: string
  /** Where the definition comes from, for example "Lin 2004, section 3.2". */
  readonly source?: string
  /** Resolved options: part of the signature. */
  readonly options: JsonObject
  readonly columns: readonly MetricColumn[]
  /** The column systems are ranked by, if this metric ranks. One metric per task has one. */
  readonly headline?: string
  /** What its page says beyond its columns. Every built-in metric has one. */
  readonly card?: MetricCard
  /** False: the score of the whole is no function of sums over articles, so it has no interval. Default: true. */
  readonly additive?: boolean
  /** What a judge must answer before `collect` can count. Without judgements such a metric counts nothing. */
  questions?(item: ScoringItem): readonly Question[]
  collect(item: ScoringItem): Counts
  finish(total: Counts): Readonly<Record<string, Score>>
}

/** Renders the report model into one file. Pure: the caller writes the file. */
export interface Reporter {
  readonly id: string
  /** Name of the file it makes inside the report folder. */
  readonly file: string
  render(model: ReportModel): string
}
