"""Resamples per second of NumPy: differences of two F1 by a matrix of indices. Argument: a JSON file of counts."""

import json
import statistics
import sys
import time

import numpy

with open(sys.argv[1], encoding="utf-8") as file:
    items = json.load(file)["items"]

names = ("creditA", "sizeA", "creditB", "sizeB")
counts = [numpy.array(items[name], dtype=float) for name in names]
resamples, articles = items["resamples"], len(counts[0])
generator = numpy.random.default_rng(1)


def rate():
    start = time.process_time()
    drawn = generator.integers(0, articles, (resamples, articles))
    credit_a, size_a, credit_b, size_b = (column[drawn].sum(axis=1) for column in counts)
    differences = 2 * credit_a / size_a - 2 * credit_b / size_b
    assert differences.shape == (resamples,)
    return resamples / (time.process_time() - start)


rate()
print(statistics.median(rate() for _ in range(5)))
