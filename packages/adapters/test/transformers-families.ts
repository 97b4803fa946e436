// A tiny token classifier for each family of tokenizers. All know the same names, and agree on them.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byteBpeFiles } from './models/byte-bpe.ts'
import { conllLabels, makeNerModel } from './models/ner.ts'
import { makeTaggerModel } from './models/tagger.ts'
import { unigramFiles } from './models/unigram.ts'

const knownWords: Readonly<Record<string, string>> = {
  Alice: 'B-PER',
  Smith: 'I-PER',
  Åse: 'B-PER',
  Acme: 'B-ORG',
  Corp: 'I-ORG',
  Oslo: 'B-LOC',
  東京: 'B-LOC',
  Nordic: 'B-MISC',
}

export interface Family {
  readonly name: string
  readonly modelDir: string
  /** Whether a token says what stands in the text at its place, normalized. Several may share a character. */
  readonly saysIt: (token: string, surface: string) => boolean
}

/** Makes the three models in a new folder. */
export function makeFamilies(): Family[] {
  const folder = mkdtempSync(join(tmpdir(), 'assay-families-'))
  const labelOf = (token: string) => knownWords[token.replace(/^[Ġ▁]/, '')] ?? 'O'
  const words = Object.keys(knownWords)
  const bpe = byteBpeFiles(words)
  const bpeLabels = new Map(words.flatMap((word) => [word, ` ${word}`].map((text) => [byteText(text), word])))
  const unigram = unigramFiles(words, ',.!?"“”’\'-()&:;abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
  return [
    {
      name: 'WordPiece',
      saysIt: (token, surface) =>
        surface.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu, '') === token.replace(/^##/, ''),
      modelDir: makeNerModel(join(folder, 'word-piece'), {
        pieces: { ...knownWords, 東: 'B-LOC', 京: 'I-LOC', '##son': 'O', a: 'O', '.': 'O', ',': 'O', s: 'O' },
      }),
    },
    {
      name: 'byte-level BPE',
      saysIt: (token, surface) =>
        byteText(surface === '' ? space : surface).includes(token.replace(/^Ġ/, '')),
      modelDir: makeTaggerModel(join(folder, 'byte-bpe'), {
        tokenizer: bpe.files,
        vocabulary: bpe.vocabulary,
        labels: conllLabels,
        labelOf: (token) => knownWords[bpeLabels.get(token) ?? ''] ?? 'O',
        config: { model_type: 'roberta', max_position_embeddings: 514, pad_token_id: 1 },
      }),
    },
    {
      name: 'Unigram',
      saysIt: (token, surface) => surface.normalize('NFKC').includes(token.replace(/^▁/, '')),
      modelDir: makeTaggerModel(join(folder, 'unigram'), {
        tokenizer: unigram.files,
        vocabulary: unigram.vocabulary,
        labels: conllLabels,
        labelOf,
        config: { model_type: 'xlm-roberta', max_position_embeddings: 514, pad_token_id: 1 },
      }),
    },
  ]
}

/** Tokens of white space stand for nothing. */
const space = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  .filter((char) => /\s/.test(char))
  .join('')

const byteSigns = byteBpeFiles([]).vocabulary.slice(5)

/** A text as byte-level tokens write it. */
function byteText(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byteSigns[byte]!).join('')
}
