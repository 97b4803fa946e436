"""Documents to train on: a document is a list of sentences, a sentence a list of (pre-token, tag)."""

import json
import re
from pathlib import Path

import names

PRETOKEN = re.compile(r'\w+|[^\w\s]', re.UNICODE)
TITLES = set(
    'President Prime Minister Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Governor Senator General Captain Judge Professor King Queen Pope Foreign Secretary Chief Justice Mayor Lord Lady Prince Princess Chairman Director'.split()
)
DEMONYMS = {word for _, one, many in names.COUNTRIES for word in (one, many)}
PLACES = set(names.CITIES) | {row[0] for row in names.COUNTRIES}


def pretokens(text):
    """As BertPreTokenizer cuts: white space, and every mark of punctuation by itself."""
    return [part for match in PRETOKEN.findall(text) for part in re.findall(r'[^_]+|_', match)]


def tagged(pieces):
    """(text, type or None) in order to pre-tokens with BIO tags."""
    sentence = []
    for text, kind in pieces:
        for i, token in enumerate(pretokens(text)):
            sentence.append((token, 'O' if kind is None else f'{"B" if i == 0 else "I"}-{kind}'))
    return sentence


NAMED = [
    '{PER}',
    '{PER}',
    '{PER}',
    '{LAST}',
    '{ORG}',
    '{ORG}',
    '{ORG}',
    '{ACR}',
    '{CITY}',
    '{CITY}',
    '{COUNTRY}',
    '{COUNTRY}',
    '{NORP}',
    '{LOC}',
    '{FAC}',
    '{EVENT}',
    '{LAW}',
    '{PRODUCT}',
    '{WORK}',
]


def generated(random, count):
    """
    Sentences of our own with names drawn for their slots; eight make a document that keeps some of its names. Four
    slots in ten get a name of any type: else the few sentences would say it all, and no name would be looked at.
    """
    path = Path(__file__).parent / 'sentences.txt'
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith('#')]
    documents = []
    while sum(map(len, documents)) < count:
        cast = [names.person(random) for _ in range(3)]
        firms = [names.organisation(random) for _ in range(2)]
        document = []
        for line in random.sample(lines, 8):
            pieces = []
            for part in re.split(r'(\{[A-Z]+\})', line):
                if not part.startswith('{'):
                    pieces.append((part, None))
                    continue
                if part in NAMED and random.random() < 0.4:
                    part = random.choice(NAMED)
                kind, draw = names.SLOTS[part[1:-1]]
                text = draw(random)
                if part == '{PER}' and random.random() < 0.4:
                    text = random.choice(cast)
                elif part == '{LAST}' and random.random() < 0.5:
                    text = random.choice(cast).split(' ')[-1]
                elif part == '{ORG}' and random.random() < 0.3:
                    text = random.choice(firms)
                if kind == 'WORK' and text.startswith('The ') and random.random() < 0.5:
                    pieces.append(('the ', None))
                    text = text[4:]
                pieces.append((text, kind))
            document.append(tagged(pieces))
        documents.append(document)
    return documents


def columns(path, kinds):
    """CoNLL columns of tweets; a line without a tag ends a sentence, sentences with user names are left out."""
    sentences, pieces = [], []
    for line in Path(path).read_text().split('\n') + ['']:
        token, _, tag = line.partition('\t')
        if not token.strip() or not tag:
            if pieces and not any('@' in text for text, _ in pieces):
                sentences.append(retag(pieces))
            pieces = []
        else:
            pieces.append((token, tag if tag == 'O' else f'{tag[0]}-{kinds[tag[2:]]}'))
    sentences = [sentence for sentence in sentences if is_prose(sentence)]
    return [sentences[at : at + 4] for at in range(0, len(sentences), 4)]


def is_prose(sentence):
    """Few capitals outside names: tweets that shout or greet teach that a capital means nothing."""
    outside = [token for token, tag in sentence[1:] if tag == 'O' and token[:1].isalpha()]
    return sum(token[:1].isupper() and token != 'I' for token in outside) <= len(outside) / 12


def retag(pieces):
    """Tags of tokens handed on to their pre-tokens."""
    sentence = []
    for text, tag in pieces:
        for i, token in enumerate(pretokens(text)):
            sentence.append((token, tag if i == 0 or tag == 'O' else f'I{tag[1:]}'))
    return sentence


def place_kind(text):
    word = text.split()[-1]
    if text in PLACES:
        return 'GPE'
    if word in names.BUILT or word in ('Street', 'Road', 'Building', 'Hall', 'Center', 'Centre'):
        return 'FAC'
    return 'LOC' if word in names.WATERS or text.split()[0] in ('River', 'Lake', 'Mount', 'Gulf') else 'GPE'


def gum(folder):
    """Named mentions of GUM: the proper nouns of a mention, without articles and titles; outermost first."""
    kinds = {'person': 'PERSON', 'organization': 'ORG', 'place': None, 'event': 'EVENT'}
    documents = []
    for path in sorted(Path(folder, 'tsv').glob('*.tsv')):
        tags = [
            line.split('\t')[4]
            for line in Path(folder, 'conllu', path.stem + '.conllu').read_text().split('\n')
            if line[:1].isdigit() and '-' not in line.split('\t')[0] and '.' not in line.split('\t')[0]
        ]
        rows = [line.split('\t') for line in path.read_text().split('\n') if line[:1].isdigit()]
        spans = {}
        for at, row in enumerate(rows):
            for part in row[3].split('|') if row[3] != '_' else []:
                kind, _, number = part.partition('[')
                spans.setdefault((kind, number or f'@{at}'), []).append(at)
        tag_of = ['O'] * len(rows)
        for (kind, _), at in sorted(spans.items(), key=lambda item: (-len(item[1]), item[1][0])):
            if kind not in kinds:
                continue
            start, end = name_within(kind, at, rows, [tags[i] if i < len(tags) else 'X' for i in at])
            if start is None or any(tag_of[i] != 'O' for i in range(start, end)):
                continue
            label = kinds[kind] or place_kind(' '.join(rows[i][2] for i in range(start, end)))
            for i in range(start, end):
                tag_of[i] = f'{"B" if i == start else "I"}-{label}'
        document = {}
        for row, tag in zip(rows, tag_of):
            tag = 'B-NORP' if tag == 'O' and row[2] in DEMONYMS else tag
            document.setdefault(row[0].split('-')[0], []).append((row[2], tag))
        documents.append([retag(sentence) for sentence in document.values()])
    return documents


def name_within(kind, at, rows, tags):
    start = 0
    while start < len(at) and (tags[start] in ('DT', '``', "''", ':', ',') or rows[at[start]][2] in TITLES):
        start += 1
    titles = [i for i in range(start, min(start + 5, len(at))) if rows[at[i]][2] in TITLES]
    start = titles[-1] + 1 if kind == 'person' and titles else start
    end = start
    while end < len(at) and (
        tags[end].startswith('NNP')
        or (
            rows[at[end]][2] in ('of', 'the', 'for', 'and', 'de', '-')
            and end > start
            and any(tag.startswith('NNP') for tag in tags[end + 1 : end + 3])
        )
    ):
        end += 1
    rest_is_name = end > start and (
        end == len(at) or tags[end] in (',', '.', '-LRB-', ':', 'POS', 'IN', 'WP', 'WDT', 'HYPH')
    )
    return (at[start], at[end - 1] + 1) if rest_is_name else (None, None)


def re3d(folder):
    """US government releases: outermost capitalised entities, without a leading article."""
    kinds = {
        'Organisation': 'ORG',
        'Person': 'PERSON',
        'Nationality': 'NORP',
        'Location': None,
        'Weapon': 'PRODUCT',
        'MilitaryPlatform': 'PRODUCT',
        'Vehicle': 'PRODUCT',
    }
    documents = []
    for part in ('centcom', 'us-state'):
        read = lambda name: [
            json.loads(line) for line in Path(folder, part, name).read_text().split('\n') if line.strip()
        ]
        entities = {}
        for entity in read('entities.json'):
            entities.setdefault(entity['documentId'], []).append(entity)
        for document in read('documents.json'):
            documents.append(re3d_sentences(document['text'], entities.get(document['_id'], []), kinds))
    return documents


def re3d_sentences(text, entities, kinds):
    pieces, done = [], 0
    for entity in sorted(entities, key=lambda e: (e['begin'], -e['end'])):
        start, end = entity['begin'], entity['end']
        article = re.match(r'(?:the|The|a|an)\s+', text[start:end])
        start += article.end() if article else 0
        surface = text[start:end]
        titled = re.match(r'(?:%s)\s+' % '|'.join(re.escape(title) for title in TITLES), surface)
        start += titled.end() if titled and entity['type'] == 'Person' else 0
        words = [word for word in text[start:end].split() if word not in ('of', 'the', 'and', 'for')]
        is_name = (
            words
            and all(word[0].isupper() for word in words)
            and words[0] not in ('We', 'I', 'They', 'He', 'She', 'It')
        )
        if start < done or entity['type'] not in kinds or not is_name:
            continue
        kind = kinds[entity['type']] or place_kind(text[start:end])
        pieces += [(text[done:start], None), (text[start:end], kind)]
        done = end
    sentences, current = [], []
    for token, tag in tagged(pieces + [(text[done:], None)]):
        current.append((token, tag))
        if token in '.?!' and tag == 'O' and len(current) > 6:
            sentences.append(current)
            current = []
    return sentences + ([current] if current else [])
