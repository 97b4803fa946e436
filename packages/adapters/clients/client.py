"""Answers assay with names: the protocol is described in README.md beside this file.

Replace `find` by your own model. With spaCy: `[(e.start_char, e.end_char, e.label_) for e in nlp(text).ents]`.
"""

import json
import os
import re
import sys


def find(text):
    """Names as (start, end, label). Python counts code points."""
    name = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)+")
    return [(match.start(), match.end(), "PERSON") for match in name.finditer(text)]


def main():
    replies = os.fdopen(3, "w", encoding="utf-8")  # print() goes to the log

    def reply(message):
        replies.write(json.dumps(message, allow_nan=False) + "\n")
        replies.flush()

    reply({"protocol": 1, "name": "client.py", "version": "1", "offsetUnit": "codepoint", "tasks": ["entities"]})
    answers = 0
    for line in sys.stdin.buffer:
        article = json.loads(line)
        text = article["text"]
        mentions = [{"start": s, "end": e, "type": label, "surface": text[s:e]} for s, e, label in find(text)]
        reply({"id": article["id"], "mentions": mentions})
        answers += 1
    reply({"end": True, "answers": answers})


if __name__ == "__main__":
    main()
