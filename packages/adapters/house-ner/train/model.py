"""The network: token embeddings with a share of their spelling, two convolutions, one attention layer."""

import math
import zlib

import torch
from torch import nn

BUCKETS = 2048
WIDTH = 128


def spelling(piece):
    """Bucket numbers of what a piece looks like: its shape, and its first and last letters."""
    word = piece.removeprefix('##')
    start = piece.startswith('##')
    shape = (
        'X'
        if word.isupper() and len(word) > 1
        else 'Xx'
        if word[:1].isupper()
        else 'd'
        if word.isdigit()
        else 'x'
        if word.isalpha()
        else '.'
    )
    parts = [f'shape {shape} {start}', f'length {min(len(word), 6)}'] + [
        f'{side} {text}' for n in (1, 2, 3) for side, text in (('from', word[:n]), ('to', word[-n:]))
    ]
    return [zlib.crc32(part.encode()) % BUCKETS for part in parts]


class Tagger(nn.Module):
    """`input_ids` and `attention_mask` (batch, length) to logits (batch, length, labels). Knows no positions: windows of any length."""

    def __init__(self, vocabulary, labels):
        super().__init__()
        self.register_buffer('buckets', torch.tensor([spelling(piece) for piece in vocabulary]))
        self.own = nn.Embedding(len(vocabulary), WIDTH)
        self.shared = nn.Embedding(BUCKETS, WIDTH)
        nn.init.normal_(self.own.weight, std=0.02)
        nn.init.normal_(self.shared.weight, std=0.1)
        self.near = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 5, padding=2) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(4))
        self.query = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.wide = nn.Linear(WIDTH, 2 * WIDTH)
        self.narrow = nn.Linear(2 * WIDTH, WIDTH)
        self.label = nn.Linear(WIDTH, labels)
        self.drop = nn.Dropout(0.25)
        self.register_buffer('folded', None)

    def embedded(self, input_ids):
        if self.folded is not None:
            return nn.functional.embedding(input_ids, self.folded)
        return self.own(input_ids) + self.shared(self.buckets[input_ids]).sum(-2)

    def fold(self):
        """One table instead of two, as it is written out."""
        self.folded = self.embedded(torch.arange(self.own.num_embeddings)).detach()

    def forward(self, input_ids, attention_mask):
        mask = attention_mask.unsqueeze(-1).to(torch.float32)
        x = self.drop(self.embedded(input_ids)) * mask
        for conv, norm in zip(self.near, self.norms):
            x = norm(x + self.drop(torch.relu(conv(x.transpose(1, 2)).transpose(1, 2)))) * mask
        q, k, v = self.query(x).chunk(3, -1)
        heads = lambda t: t.reshape(t.size(0), t.size(1), 4, WIDTH // 4).transpose(1, 2)
        scores = heads(q) @ heads(k).transpose(-1, -2) / math.sqrt(WIDTH // 4)
        scores = scores + (1 - mask).squeeze(-1)[:, None, None, :] * -1e4
        seen = (torch.softmax(scores, -1) @ heads(v)).transpose(1, 2).reshape(x.shape)
        x = self.norms[2](x + self.drop(self.out(seen)))
        x = self.norms[3](x + self.drop(self.narrow(torch.relu(self.wide(x)))))
        return self.label(x)
