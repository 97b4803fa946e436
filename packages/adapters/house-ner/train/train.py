"""Trains the house model. Run by hand; the project only ships what it writes.

apt-get install python3-torch python3-onnx libopenblas0-pthread
python3 train.py --data <folder with gum-news, wnut17, re3d> --out ../model
"""

import argparse
import os
import random

for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS'):
    os.environ.setdefault(name, '1')

import torch

import corpora
import export
import wordpiece
from model import Tagger

KINDS = ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'EVENT', 'LAW', 'PRODUCT', 'WORK']
LABELS = ['O'] + [f'{side}-{kind}' for kind in KINDS for side in 'BI']


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument('--data', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--epochs', type=int, default=10)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    draw = random.Random(options.seed)

    gum = corpora.gum(f'{options.data}/gum-news')
    held_out, gum = gum[::5], [document for i, document in enumerate(gum) if i % 5]
    tweets = corpora.columns(
        f'{options.data}/wnut17/wnut17train.conll',
        {
            'person': 'PERSON',
            'location': 'GPE',
            'group': 'ORG',
            'corporation': 'ORG',
            'product': 'PRODUCT',
            'creative-work': 'WORK',
        },
    )
    releases = corpora.re3d(f'{options.data}/re3d')
    fixed = gum * 3 + tweets + releases

    words = [
        token
        for document in fixed + corpora.generated(draw, 20_000)
        for sentence in document
        for token, _ in sentence
    ]
    vocabulary = wordpiece.learn(words, 8_000)
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    small = [
        token
        for document in fixed
        for sentence in document
        for token, tag in sentence
        if tag == 'O' and token.islower()
    ]
    print(f'{len(vocabulary)} pieces', flush=True)
    model = Tagger(vocabulary, len(LABELS))
    steps = options.epochs * 300
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps, pct_start=0.1)
    weights = torch.ones(len(LABELS))
    loss_of = torch.nn.CrossEntropyLoss(weight=weights, ignore_index=-100, label_smoothing=0.05)
    done = 0
    for epoch in range(options.epochs):
        model.train()
        windows = [
            window
            for document in fixed + corpora.generated(draw, 8_000)
            for window in windows_of(document, ids, draw, small, 0.15)
        ]
        draw.shuffle(windows)
        windows.sort(key=lambda window: len(window[0]) // 16)
        batches = [windows[at : at + 16] for at in range(0, len(windows), 16)]
        draw.shuffle(batches)
        total = 0.0
        for batch in batches:
            if done >= steps:
                break
            input_ids, mask, labels = padded(batch, draw)
            loss = loss_of(model(input_ids, mask).flatten(0, 1), labels.flatten())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            done += 1
        print(
            f'epoch {epoch + 1}: {len(batches)} batches, loss {total / len(batches):.3f}, held-out F1 {evaluate(model, held_out, ids):.3f}',
            flush=True,
        )
    export.write(model, vocabulary, LABELS, options.out)


def windows_of(document, ids, draw, noise_words=(), noise=0.0):
    """
    Consecutive sentences up to about 120 pieces: a label on the first piece of a token, the others are not judged. A
    share `noise` of the words outside names is exchanged for others, so that no sentence is learnt by heart.
    """
    window, tags = [], []
    for sentence in document:
        if window and (len(window) > 100 or draw.random() < 0.3):
            yield window, tags
            window, tags = [], []
        for token, tag in sentence:
            if noise and tag == 'O' and token.islower() and draw.random() < noise:
                token = draw.choice(noise_words)
            pieces = wordpiece.encode(token, ids)
            window = window + pieces
            tags = tags + [LABELS.index(tag)] + [-100] * (len(pieces) - 1)
    if window:
        yield window, tags


def padded(batch, draw):
    """[CLS] and [SEP] around, [PAD] behind; one piece in 30 becomes [UNK], so that the context must do."""
    length = max(len(window) for window, _ in batch) + 2
    input_ids, mask, labels = [], [], []
    for window, tags in batch:
        window = [1 if draw.random() < 0.03 else piece for piece in window]
        rest = length - len(window) - 2
        input_ids.append([2] + window + [3] + [0] * rest)
        mask.append([1] * (len(window) + 2) + [0] * rest)
        labels.append([-100] + tags + [-100] * (rest + 1))
    return torch.tensor(input_ids), torch.tensor(mask), torch.tensor(labels)


def evaluate(model, documents, ids):
    """Exact span micro-F1 over pre-tokens, documents read in windows as in training."""
    model.eval()
    gold_all = predicted_all = right = 0
    with torch.no_grad():
        for document in documents:
            for window, tags in windows_of(document, ids, random.Random(1)):
                logits = model(
                    torch.tensor([[2] + window + [3]]), torch.ones(1, len(window) + 2, dtype=torch.long)
                )[0, 1:-1]
                best = logits.argmax(-1).tolist()
                gold = spans([LABELS[tag] for tag in tags if tag != -100])
                predicted = spans([LABELS[guess] for guess, tag in zip(best, tags) if tag != -100])
                gold_all, predicted_all, right = (
                    gold_all + len(gold),
                    predicted_all + len(predicted),
                    right + len(gold & predicted),
                )
    return 2 * right / max(gold_all + predicted_all, 1)


def spans(tags):
    found, start = set(), None
    for i, tag in enumerate(tags + ['O']):
        if start is not None and (tag == 'O' or tag[0] == 'B' or tag[2:] != tags[start][2:]):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag != 'O' and start is None:
            start = i
    return found


if __name__ == '__main__':
    main()
