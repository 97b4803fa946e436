import * as z from 'zod'
import { type Annotation, annotationSchema } from './annotation.ts'
import { type Article, articleSchema } from './article.ts'
import { type ClaimLink, claimLinkSchema } from './claims.ts'
import { type Task, taskSchema } from './task.ts'

/** `dataset.json`. The articles stand beside it, one file each, in `articles/`. */
export interface DatasetManifest {
  readonly schema: 'assay.dataset/1'
  /** Lower-case letters, digits and hyphens. */
  readonly name: string
  readonly version: string
  readonly title: string
  /** SPDX identifier of texts and annotation. */
  readonly licence: string
  readonly language: string
  /** The unit of every offset in the files. assay has one unit; the field is there so that nobody has to guess. */
  readonly offsetUnit: 'utf16'
  /** `standoff`: the files hold gold without its texts, which belong to others. Absent: the texts are in the files. */
  readonly texts?: 'standoff'
  /** The tasks whose gold is exhaustive; none for articles without gold, on which systems run and nothing is scored. */
  readonly tasks: readonly Task[]
  /** Who made texts, annotation and references: a person, or a model family and version. */
  readonly makers: { readonly texts: string; readonly annotation: string; readonly references: string }
  /** Links between claims of different articles. */
  readonly links?: readonly ClaimLink[]
}

/** `articles/<file>.json`: one article with its gold. */
export interface GoldArticle {
  readonly schema: 'assay.article/1'
  readonly article: Article
  /** Articles of one story are one statistical unit. Absent: the article is a unit of its own. */
  readonly story?: string
  readonly annotation: Annotation
}

export interface DatasetIdentity {
  readonly name: string
  readonly version: string
  /** SHA-256 over the articles as systems see them, in id order. */
  readonly texts: string
  /** SHA-256 over articles and gold, in id order. */
  readonly gold: string
  /** Number of articles the digests cover. */
  readonly articles: number
}

/** A loaded, checked dataset. Articles are in id order (code units). */
export interface Dataset {
  readonly manifest: DatasetManifest
  readonly articles: readonly GoldArticle[]
  readonly identity: DatasetIdentity
}

export const datasetManifestSchema: z.ZodType<DatasetManifest> = z.strictObject({
  schema: z.literal('assay.dataset/1'),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
    error: 'a dataset name is lower-case letters, digits and hyphens',
  }),
  version: z.string().min(1),
  title: z.string().min(1),
  licence: z.string().min(1),
  language: z.string().min(2),
  offsetUnit: z.literal('utf16', { error: 'offsets count UTF-16 code units here; convert them on import' }),
  texts: z.literal('standoff').exactOptional(),
  tasks: z.array(taskSchema),
  makers: z.strictObject({
    texts: z.string().min(1),
    annotation: z.string().min(1),
    references: z.string().min(1),
  }),
  links: z.array(claimLinkSchema).exactOptional(),
})

export const goldArticleSchema: z.ZodType<GoldArticle> = z.strictObject({
  schema: z.literal('assay.article/1'),
  article: articleSchema,
  story: z.string().min(1).exactOptional(),
  annotation: annotationSchema,
})

export const datasetIdentitySchema: z.ZodType<DatasetIdentity> = z.strictObject({
  name: z.string(),
  version: z.string(),
  texts: z.string(),
  gold: z.string(),
  articles: z.int().min(0),
})

/** One fault of a dataset. `checkDataset` returns all of them at once. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** Stable, for example `span-outside-text`. */
  readonly code: string
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** Path of the file, relative to the dataset folder. */
  readonly file: string
  /** 1-based line in the file, where known. */
  readonly line?: number
  /** Where in the file, for example `annotation.mentions[3].span`. */
  readonly path?: string
  readonly article?: string
}
