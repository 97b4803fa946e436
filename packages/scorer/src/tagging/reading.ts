import { AssayError } from '@assay/schema'
import {
  conllRules,
  prefixes,
  schemeOfPrefixes,
  schemeRules,
  type TagRules,
  type TagScheme,
} from './schemes.ts'

/** How tags are read. */
export interface TagOptions {
  /**
   * `default`: as conlleval reads them, lenient, whatever the scheme; for IOB1, IOB2, IOE1, IOE2 and IOBES.
   * `strict`: only spans that are well formed in `scheme`. Both as in seqeval. Default: `default`.
   */
  readonly mode?: 'default' | 'strict'
  /** Of strict mode. `auto`, the default: what the prefixes of gold name. */
  readonly scheme?: TagScheme | 'auto'
  /** The prefix stands at the end: `PER-B`. Default: false. */
  readonly suffix?: boolean
}

export interface TagReading {
  readonly rules: TagRules
  readonly strict: boolean
  readonly suffix: boolean
  /** For messages. */
  readonly name: string
}

/** The options with everything decided. Detection looks at `tags`, which messages call `side`. */
export function readingOf(
  tags: readonly (readonly string[])[],
  side: string,
  options: TagOptions,
): TagReading {
  const { mode = 'default', scheme, suffix = false } = options
  if (mode === 'default') {
    if (scheme === undefined) return { rules: conllRules, strict: false, suffix, name: 'the default mode' }
    throw new AssayError('config-invalid', `scheme ${scheme} says nothing in mode default`, {
      hint: 'Choose mode strict, or leave the scheme out: the default mode reads every scheme in one way.',
    })
  }
  const chosen = scheme === undefined || scheme === 'auto' ? detect(tags, side, suffix) : scheme
  return { rules: schemeRules[chosen], strict: true, suffix, name: chosen }
}

/**
 * The scheme of tags as seqeval's detection names it: IOB2, IOE2, IOBES or BILOU, from the set of prefixes alone,
 * so IOB1 is never named and may be taken for IOB2.
 * @throws AssayError `file-invalid` where the set of prefixes fits none: no tags, only O, I without B or E.
 */
export function detectTagScheme(
  tags: readonly (readonly string[])[],
  { suffix = false }: Pick<TagOptions, 'suffix'> = {},
): TagScheme {
  return detect(tags, 'tags', suffix)
}

function detect(tags: readonly (readonly string[])[], side: string, suffix: boolean): TagScheme {
  const seen = new Set<string>()
  const found = new Set<string>()
  checkSentences(tags, side)
  tags.forEach((sentence, s) => {
    sentence.forEach((tag, t) => {
      if (seen.has(tag)) return
      seen.add(tag)
      checkTag(tag, `${side}[${s}][${t}]`)
      const prefix = prefixOf(tag, suffix)
      if (!prefixes.includes(prefix)) refusePrefix(tag, prefixes, 'the six schemes', `${side}[${s}][${t}]`)
      found.add(prefix)
    })
  })
  return schemeOfPrefixes(found)
}

/** The prefix and the type of a tag. A bare prefix has the type `_`; hyphens inside a type stay. */
export function readTag(tag: string, reading: TagReading, where: string): { prefix: string; type: string } {
  checkTag(tag, where)
  const { suffix, strict, rules, name } = reading
  const prefix = prefixOf(tag, suffix)
  if (!rules.prefixes.includes(prefix)) refusePrefix(tag, rules.prefixes, name, where)
  const rest = suffix ? tag.slice(0, -1) : tag.slice(1)
  return { prefix, type: (strict ? stripped(rest) : cut(rest, suffix)) || '_' }
}

export function checkSentences(sentences: readonly (readonly string[])[], side: string): void {
  sentences.forEach((sentence, s) => {
    if (Array.isArray(sentence)) return
    throw new AssayError('file-invalid', `${side}[${s}] is ${show(sentence)}, not the tags of a sentence`, {
      hint: 'Give a list of sentences, each a list of tags.',
    })
  })
}

function checkTag(tag: unknown, where: string): void {
  if (typeof tag === 'string' && tag !== '') return
  throw new AssayError('file-invalid', `${where} is ${show(tag)}, not a tag`, {
    hint: 'A tag is O, or a prefix, a hyphen and a type: B-PER.',
  })
}

function prefixOf(tag: string, suffix: boolean): string {
  return tag[suffix ? tag.length - 1 : 0]!
}

function refusePrefix(tag: string, known: string, reader: string, where: string): never {
  throw new AssayError(
    'file-invalid',
    `${where} is ${show(tag)}: the prefixes of ${reader} are ${known.split('').join(', ')}`,
    { hint: 'Name the scheme of these tags; option suffix is for tags such as PER-B.' },
  )
}

/** What strict mode takes for the type: without any hyphens at the ends. */
function stripped(rest: string): string {
  return rest.replace(/^-+|-+$/g, '')
}

/** What default mode takes for the type: what the hyphen next to the prefix parts from it. */
function cut(rest: string, suffix: boolean): string {
  const hyphen = suffix ? rest.lastIndexOf('-') : rest.indexOf('-')
  if (hyphen === -1) return rest
  return suffix ? rest.slice(0, hyphen) : rest.slice(hyphen + 1)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
