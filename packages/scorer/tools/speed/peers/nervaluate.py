"""Documents per second of nervaluate, all strategies and by type. Argument: a JSON file of gold and predicted spans."""

import json
import statistics
import sys
import time

from nervaluate import Evaluator

with open(sys.argv[1], encoding="utf-8") as file:
    items = json.load(file)["items"]

gold, predicted = items["gold"], items["predicted"]
tags = sorted({span["label"] for document in gold + predicted for span in document})


def rate():
    start = time.process_time()
    Evaluator(gold, predicted, tags=tags, loader="dict").evaluate()
    return len(gold) / (time.process_time() - start)


print(statistics.median(rate() for _ in range(3)))
