"""Fit `TELLING_WEIGHTS` of `brieflint/judgement/weights.py` on the quotes in labelled briefs.

    python tests/quality/fit_telling.py LABELS.jsonl[:HALF] ... [--test LABELS.jsonl[:HALF] ...] [--write]

A label's `evidence` are sentences that a person quoted; the others that speak for the described model are what was passed over.
"""

import argparse
import re
from collections import Counter

import numpy as np
from fit import FILE, open_labels, table
from sklearn.linear_model import LogisticRegression

from brieflint.judgement.telling import features_of_telling, tell
from brieflint.judgement.weighing import gather_evidence
from brieflint.knowledge.guide import MODELS
from brieflint.language.pipeline import read_document

STRENGTH = 0.5
LOOKED_AT = 40
SHOWN = 3


def quoted(text: str, quotes: list[str]) -> bool:
    """Whether at least four words, and half of the words of each, are common to the text and a quote."""
    own = Counter(re.findall(r"\w+", text.lower()))
    for quote in quotes:
        other = Counter(re.findall(r"\w+", quote.lower()))
        common = sum((own & other).values())
        if common >= max(4, own.total() / 2, other.total() / 2):
            return True
    return False


def candidates(source: str) -> list[tuple[str, list, list[bool]]]:
    found = []
    for record, document in open_labels(source):
        model = record["described"]
        if model not in MODELS or not record.get("evidence"):
            continue
        sentences = read_document(document).sentences
        own = [sentences[item.sentence] for item in gather_evidence(sentences, model) if item.model == model][:LOOKED_AT]
        found.append((model, own, [quoted(sentence.text, record["evidence"]) for sentence in own]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", nargs="+")
    parser.add_argument("--test", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows, right = [], []
    for source in args.train:
        for model, own, marks in candidates(source):
            rows += [features_of_telling(sentence, model) for sentence in own]
            right += marks
    names = list(rows[0])
    solver = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    solver.fit(np.array([[row[name] for name in names] for row in rows]), right)
    if args.write:
        head, _, _ = FILE.read_text(encoding="utf-8").partition("TELLING_WEIGHTS")
        about = '"""What makes a sentence one that a professional would quote."""'
        FILE.write_text(head + table("TELLING_WEIGHTS", names, solver.coef_[0], about), encoding="utf-8")
    print(f"fitted on {len(rows)} sentences, {sum(right)} of them quoted")
    for source in args.test:
        hits = [
            any(mark for _, mark in sorted(zip((-tell(one, model) for one in own), marks, strict=True))[:SHOWN])
            for model, own, marks in candidates(source)
        ]
        print(f"{source}: a quoted sentence among the first {SHOWN} in {np.mean(hits):.3f} of {len(hits)}")


if __name__ == "__main__":
    main()
