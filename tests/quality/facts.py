"""Precision and recall of the facts, kind by kind, on labelled briefs.

    python tests/quality/facts.py BRIEFS_FOLDER [--errors] [--labels FILE]

Labels hold the id of a brief (its file is BRIEFS_FOLDER/ID.txt), kind, start, end and value of each fact, never its words.
Facts are compared once each: what a brief says three times is one fact. A found fact is right when a labelled one of its
kind overlaps it or has the same words, and has the same value where a value is labelled. The finder was written on `dev`.
The other three were labelled before it ran on them; afterwards its faults there were mended too, so that only the figures of
each first run are those of unseen briefs (precision and recall over all kinds). About twenty labels that had been forgotten
were added after those runs.

    second  0.850  0.823
    third   0.928  0.827
    last    0.898  0.746

How the labels were made. `role`, `seniority`, `count`: occupations in technology and its management on either side, their
level, and numbers of people who do such work (not users, the staff of a whole firm, or evaluators). `stack`: products and
languages by name. `date`: day, month or quarter. `duration`: a day and more, but neither experience nor history. `hours`: of
work or service, not of one meeting. `lead`: a named person who leads technical work. `service_level`: a target. `system`: a
system by name or description. `deliverable`: something handed over. `acceptance`: every sentence on the acceptance of work.
"""

import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter, defaultdict
from pathlib import Path

from brieflint.documents import read
from brieflint.facts.extract import find_facts
from brieflint.facts.fact import KINDS

LABELS = Path(__file__).with_name("facts.jsonl")


def main() -> None:
    parser = ArgumentParser(description="Precision and recall of the facts.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--errors", action="store_true", help="Print what was missed and what was found wrongly.")
    chosen = parser.parse_args()
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for line in chosen.labels.read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        document = read(str(chosen.folder / f"{labelled['id']}.txt"))
        compare(labelled, document, counts[labelled["half"]], chosen.errors)
    for half, kinds in counts.items():
        print(f"\n{half:16}  labels  found  precision  recall")
        for kind in [*KINDS, "all"]:
            count = kinds[kind] if kind != "all" else sum(kinds.values(), Counter())
            precision = count["right"] / count["found"] if count["found"] else 1.0
            recall = count["hit"] / count["labels"] if count["labels"] else 1.0
            print(f"{kind:16}  {count['labels']:6}  {count['found']:5}  {precision:9.3f}  {recall:6.3f}")


def compare(labelled: dict, document, counts: dict[str, Counter[str]], errors: bool) -> None:
    """Count the facts of one brief, each once."""
    text = document.text
    labels = once([(kind, start, end, value, fold(text[start:end])) for kind, start, end, value in labelled["facts"]])
    found = once([(fact.kind, fact.start, fact.end, fact.value, fold(fact.text)) for fact in find_facts(document)])
    for item in labels:
        hit = any(agree(item, other) for other in found)
        counts[item[0]].update(labels=1, hit=hit)
        if errors and not hit:
            print(f"missed  {labelled['id']} {item[0]:13} {item[3]:12} {show(text, item)}", file=sys.stderr)
    for item in found:
        right = any(agree(other, item) for other in labels)
        counts[item[0]].update(found=1, right=right)
        if errors and not right:
            print(f"wrong   {labelled['id']} {item[0]:13} {item[3]:12} {show(text, item)}", file=sys.stderr)


def once(facts: list) -> list:
    """Facts of one kind with one value, or with the same words when they have none, count once: the first stays."""
    seen = {}
    for fact in facts:
        kind, start, _, value, words = fact
        key = (
            start if kind == "acceptance" else value if value and kind not in ("seniority", "ceremony", "time_zone") else words
        )
        seen.setdefault((kind, key), fact)
    return list(seen.values())


def agree(label: tuple, found: tuple) -> bool:
    """Whether a found fact is the labelled one."""
    kind, start, end, value, words = label
    if kind != found[0] or (value and kind not in ("ceremony",) and value != found[3]):
        return False
    if value and kind not in ("seniority", "ceremony"):
        return True
    overlap = start < found[2] and found[1] < end
    return overlap or (kind != "acceptance" and (f" {words} " in f" {found[4]} " or f" {found[4]} " in f" {words} "))


def fold(words: str) -> str:
    return " ".join(re.sub(r"s\b", "", word) for word in re.split(r"[\s-]+", words.lower()))


def show(text: str, item: tuple) -> str:
    return " ".join(
        f"{text[max(0, item[1] - 30) : item[1]]}<<{text[item[1] : item[2]]}>>{text[item[2] : item[2] + 20]}".split()
    )


if __name__ == "__main__":
    main()
