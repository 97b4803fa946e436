import { type Stages, stagesOf } from './internals.ts'
import { normalizing, replaced, type Step, stripped, wordByWord } from './normalize.ts'
import { pieceCutter } from './pieces.ts'
import { cutting } from './pretokens.ts'
import { sectionsOf } from './sections.ts'
import { type Encoded, collectTokens } from './tokens.ts'
import { track } from './tracked.ts'
import { wordCutter } from './words.ts'

/**
 * `encode` of a loaded tokenizer of transformers.js, without special tokens and with offsets. The library gives
 * none, so the text is followed through the stages of the tokenizer itself; the ids are the library's.
 *
 * @throws AssayError `system-failed` if the installed library is another one.
 */
export function encoder(tokenizer: object): (text: string) => Encoded {
  const stages = stagesOf(tokenizer)
  const { splitter_unnormalized, splitter_normalized, added_tokens_map, model } = stages
  const prepare = preparing(stages)
  const normalize = normalizing(stages.normalizer, stages.tokenizer.normalizer)
  const cut = cutting(stages.pre_tokenizer, stages.tokenizer.pre_tokenizer)
  const wordsOf = wordCutter(stages)
  const piecesOf = pieceCutter(stages)
  return (text) => {
    const tokens = collectTokens(text, model.fuse_unk ? model.unk_token_id : undefined)
    const sections = sectionsOf(track(text), splitter_unnormalized, added_tokens_map)
    for (const [number, section] of sections.entries()) {
      if (section.added !== undefined) {
        tokens.added(section.added, section.part)
        continue
      }
      const normal = normalize(prepare(section.part))
      for (const { added, part } of sectionsOf(normal, splitter_normalized, added_tokens_map)) {
        if (added !== undefined) tokens.added(added, part)
        else if (part.text !== '') {
          for (const piece of cut(part, number)) {
            for (const word of wordsOf(piece)) tokens.word(word, piecesOf(word.text))
          }
        }
      }
    }
    return tokens.done()
  }
}

/** Two things that settings of a tokenizer ask for before its normalizer. */
function preparing({ remove_space, do_lowercase_and_remove_accent }: Stages): Step {
  const steps: Step[] = []
  if (remove_space === true) steps.push((given) => replaced(stripped(given, true, true), /\s+/g, ' '))
  if (do_lowercase_and_remove_accent === true) {
    steps.push(wordByWord((text) => text.toLowerCase().replaceAll(/\p{M}/gu, '')))
  }
  return (given) => steps.reduce((text, step) => step(text), given)
}
