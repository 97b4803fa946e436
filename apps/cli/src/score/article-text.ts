import { type Article, AssayError } from '@assay/schema'

/** An article of gold that came without its text: whoever reads the text is told so. */
export class ArticleWithoutText implements Article {
  readonly id: string

  constructor(id: string) {
    this.id = id
  }

  get text(): string {
    throw new TextMissing(this.id)
  }
}

/** Thrown inside a metric that reads a text that is not there. */
export class TextMissing extends AssayError {
  constructor(id: string) {
    super('usage', `article ${JSON.stringify(id)} of gold has no text`)
  }
}
