"""Fit the weights of `brieflint/judgement/weights.py` on labelled briefs.

    python tests/quality/fit.py LABELS.jsonl[:HALF] ... [--test LABELS.jsonl[:HALF] ...] [--write]

HALF is 0 or 1 and takes every second brief. Briefs are looked for beside the labels, in the folder above, and in the folder
that the environment variable BRIEFS names. Needs scipy (it comes with `brieflint[train]`). The prior keeps weights near what
the guide says of each concern; few labelled briefs should not overrule it.
"""

import argparse
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from brieflint.documents import Document, read
from brieflint.judgement import weights
from brieflint.judgement.features import features_of_models, features_of_nothing
from brieflint.judgement.named import find_named
from brieflint.judgement.objects import find_objects
from brieflint.knowledge.guide import MODELS
from brieflint.language.pipeline import read_document

PRIOR_MODEL = {
    **dict.fromkeys(("direction", "outcome", "scope", "presence", "commerce", "arrangement"), 2.0),
    **dict.fromkeys(("title", "lines", "label", "short_label"), 1.0),
    **dict.fromkeys(("long_title", "long_lines", "long_label"), 0.5),
    "long_concerns": -0.1,
}
PRIOR_NONE = {
    "bias": 1.0,
    "substance": -1.0,
    "density": -1.0,
    "foreign_title": 1.0,
    "foreign_lines": 1.0,
    "covered_title": -1.0,
    "covered_lines": -1.0,
    "label": 0.0,
    "length": 0.0,
    "long_foreign_title": 0.5,
    "long_foreign_lines": 0.5,
    "best": 0.3,
}
STRENGTH = 1.0
SURE = 0.6
"""Labels less sure than this teach nothing."""
CLASSES = [*MODELS, "none"]
FILE = Path(weights.__file__)

Case = tuple[str, np.ndarray, np.ndarray]
"""The label, the features of the models (4, m) and of "none" (n,), its last one, the best score, left at 0."""


def open_labels(source: str) -> Iterator[tuple[dict, Document]]:
    """The labels of a file, or of half of it, and their briefs."""
    path, _, half = source.partition(":")
    labels = Path(path)
    for number, line in enumerate(labels.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        if half and number % 2 != int(half):
            continue
        folders = (labels.parent, labels.parent.parent, Path(os.environ.get("BRIEFS", ".")))
        options = [folder / record.get("path", f"{record['id']}.txt") for folder in folders]
        yield record, read(next(option for option in options if option.is_file()))


def load(source: str) -> Iterator[Case]:
    for record, document in open_labels(source):
        if record.get("sure", 1) < SURE:
            continue
        reading = read_document(document)
        named = {mention.model for mention in find_named(reading)}
        objects = find_objects(reading.sentences)
        models = features_of_models(reading.sentences, named, objects)
        nothing = features_of_nothing(reading.sentences, named, objects, 0.0)
        yield (
            record["described"],
            np.array([[models[model][name] for name in PRIOR_MODEL] for model in MODELS]),
            np.array([nothing[name] for name in PRIOR_NONE]),
        )


def score(theta: np.ndarray, case: Case) -> np.ndarray:
    _, models, nothing = case
    own = models @ theta[: len(PRIOR_MODEL)]
    rest = theta[len(PRIOR_MODEL) :]
    return np.append(own, nothing @ rest + rest[-1] * own.max())


def loss(theta: np.ndarray, cases: list[Case], prior: np.ndarray) -> float:
    total = STRENGTH * float(((theta - prior) ** 2).sum())
    for case in cases:
        if case[0] in CLASSES:
            scores = score(theta, case)
            total += float(np.log(np.exp(scores - scores.max()).sum()) + scores.max() - scores[CLASSES.index(case[0])])
    return total


def accuracy(theta: np.ndarray, cases: list[Case]) -> float:
    return float(np.mean([CLASSES[int(score(theta, case).argmax())] == case[0] for case in cases]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", nargs="+")
    parser.add_argument("--test", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    cases = [case for source in args.train for case in load(source)]
    prior = np.array([*PRIOR_MODEL.values(), *PRIOR_NONE.values()])
    theta = minimize(loss, prior, args=(cases, prior), method="L-BFGS-B").x
    print(f"fitted on {len(cases)}: {accuracy(theta, cases):.3f}")
    for source in args.test:
        held = list(load(source))
        print(f"{source}: {accuracy(theta, held):.3f} of {len(held)}")
    if args.write:
        FILE.write_text(render(theta), encoding="utf-8")


def table(name: str, keys: Iterable[str], values: np.ndarray, about: str) -> str:
    lines = "".join(f'    "{key}": {value:.2f},\n' for key, value in zip(keys, values, strict=True))
    return f"{name}: Mapping[str, float] = {{\n{lines}}}\n{about}\n"


def render(theta: np.ndarray) -> str:
    split = len(PRIOR_MODEL)
    head, _, rest = FILE.read_text(encoding="utf-8").partition("MODEL_WEIGHTS")
    return (
        head
        + table("MODEL_WEIGHTS", PRIOR_MODEL, theta[:split], '"""What speaks for a model."""')
        + "\n"
        + table("NONE_WEIGHTS", PRIOR_NONE, theta[split:], '"""What speaks for none of the four."""')
        + "\nTELLING_WEIGHTS"
        + rest.partition("TELLING_WEIGHTS")[2]
    )


if __name__ == "__main__":
    main()
