"""A WordPiece vocabulary learnt from the training tokens, and its greedy longest-match tokenizer."""

from collections import Counter
from heapq import heapify, heappop, heappush

SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']


def learn(tokens, size):
    """Pieces by byte-pair merges over words: the most frequent pair first, the earlier one in code order on ties."""
    words = Counter(tokens)
    letters = {chr(code) for code in [*range(33, 127), *range(0xA1, 0x180)]} | set('–—‘’“”…€')
    letters |= {letter for word in words for letter in word if words[word] > 1}
    pieces = {word: [word[0]] + [f'##{letter}' for letter in word[1:]] for word in words}
    vocabulary = SPECIAL + sorted(letters) + [f'##{letter}' for letter in sorted(letters) if letter.isalnum()]
    known = set(vocabulary)
    pairs, places = Counter(), {}
    for word, parts in pieces.items():
        for pair in zip(parts, parts[1:]):
            pairs[pair] += words[word]
            places.setdefault(pair, set()).add(word)
    queue = [(-count, pair) for pair, count in pairs.items()]
    heapify(queue)
    while len(vocabulary) < size and queue:
        count, pair = heappop(queue)
        if -count != pairs[pair]:
            continue  # The count has changed since; the pair stands in the queue with the new one too.
        if -count < 3:
            break
        merged = pair[0] + pair[1].removeprefix('##')
        if merged not in known:
            vocabulary.append(merged)
            known.add(merged)
        changed = set()
        for word in sorted(places.pop(pair)):
            old = pieces[word]
            new, at = [], 0
            while at < len(old):
                joined = at + 1 < len(old) and (old[at], old[at + 1]) == pair
                new.append(merged if joined else old[at])
                at += 2 if joined else 1
            for other in zip(old, old[1:]):
                pairs[other] -= words[word]
            for other in zip(new, new[1:]):
                pairs[other] += words[word]
                places.setdefault(other, set()).add(word)
            changed.update(zip(old, old[1:]), zip(new, new[1:]))
            pieces[word] = new
        for other in changed:
            heappush(queue, (-pairs[other], other))
    return vocabulary


def encode(word, ids):
    """Ids of a word's pieces; the id of [UNK] where no piece fits."""
    result, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else f'##{word[start:end]}'
            if piece in ids:
                result.append(ids[piece])
                start = end
                break
        else:
            return [ids['[UNK]']]
    return result


def tokenizer_json(vocabulary):
    """The tokenizer in the layout that transformers.js reads."""
    token = lambda i: {
        'id': i,
        'content': SPECIAL[i],
        'single_word': False,
        'lstrip': False,
        'rstrip': False,
        'normalized': False,
        'special': True,
    }
    return {
        'version': '1.0',
        'truncation': None,
        'padding': None,
        'added_tokens': [token(i) for i in range(len(SPECIAL))],
        'normalizer': {
            'type': 'BertNormalizer',
            'clean_text': True,
            'handle_chinese_chars': True,
            'strip_accents': False,
            'lowercase': False,
        },
        'pre_tokenizer': {'type': 'BertPreTokenizer'},
        'post_processor': {
            'type': 'TemplateProcessing',
            'single': [
                {'SpecialToken': {'id': '[CLS]', 'type_id': 0}},
                {'Sequence': {'id': 'A', 'type_id': 0}},
                {'SpecialToken': {'id': '[SEP]', 'type_id': 0}},
            ],
            'pair': [
                {'SpecialToken': {'id': '[CLS]', 'type_id': 0}},
                {'Sequence': {'id': 'A', 'type_id': 0}},
                {'SpecialToken': {'id': '[SEP]', 'type_id': 0}},
                {'Sequence': {'id': 'B', 'type_id': 1}},
                {'SpecialToken': {'id': '[SEP]', 'type_id': 1}},
            ],
            'special_tokens': {
                name: {'id': name, 'ids': [SPECIAL.index(name)], 'tokens': [name]}
                for name in ('[CLS]', '[SEP]')
            },
        },
        'decoder': {'type': 'WordPiece', 'prefix': '##', 'cleanup': True},
        'model': {
            'type': 'WordPiece',
            'unk_token': '[UNK]',
            'continuing_subword_prefix': '##',
            'max_input_chars_per_word': 100,
            'vocab': {piece: i for i, piece in enumerate(vocabulary)},
        },
    }
