"""Pairs per second of rouge_score: ROUGE-1, 2, L and Lsum with the stemmer. Argument: a JSON file of pairs."""

import json
import statistics
import sys
import time

from rouge_score import rouge_scorer

with open(sys.argv[1], encoding="utf-8") as file:
    pairs = json.load(file)["items"]

scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL", "rougeLsum"], use_stemmer=True)


def rate():
    start = time.process_time()
    for pair in pairs:
        scorer.score(pair["gold"], pair["predicted"])
    return len(pairs) / (time.process_time() - start)


rate()
print(statistics.median(rate() for _ in range(3)))
