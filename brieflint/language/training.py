"""From example sentences to readers: logistic regression by scikit-learn, which only training needs."""

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from brieflint.knowledge.artefact import compile_artefact, pack_entries
from brieflint.knowledge.folder import shipped_folder
from brieflint.knowledge.loading import load_patterns
from brieflint.knowledge.packs import Packs
from brieflint.language.examples import LESSONS, Example, digest_examples, load_examples, read_pack_rows, select
from brieflint.language.features import Keys, take_sentences
from brieflint.language.linear import LinearReader, entries
from brieflint.language.readers import digest_lessons, known_labels, pack_readers
from brieflint.language.vectors import Vectors, load_vectors

Weights = npt.NDArray[np.float64]

TOLERANCE = 1e-7
"""Of the solver: tight enough for weights that are the same to 1e-5 wherever they are trained."""
STRENGTH = 10.0
"""Inverse of the regularisation; 3 and 30 are no better (leaving writers out)."""
PACK_WEIGHT = 10.0
"""A sentence of a pack counts like so many shipped ones, or a handful would be lost among thousands."""


def train(folder: Traversable, tell: Callable[[str], None] = lambda line: None) -> bytes:
    """The artefact of a patterns folder: its patterns compiled, its readers trained. Raises `PatternError`."""
    patterns = load_patterns(folder)
    nlp = spacy.blank("en")
    vectors = load_vectors(folder)
    readers = {}
    for name, examples in load_examples(folder).items():
        lesson = LESSONS[name]
        readers[name] = train_reader(nlp, *_take(examples), lesson.seen_in, vectors, lesson.vectors)
        tell(_count(name, len(examples), readers[name]))
    return compile_artefact(folder, patterns, pack_readers(digest_examples(folder), readers))


def train_packs(packs: Packs, tell: Callable[[str], None] = lambda line: None) -> bytes:
    """The readers that learn something from the sentences of packs, for the last pack to keep. Raises `PatternError`."""
    nlp = spacy.blank("en")
    vectors = load_vectors(shipped_folder())
    labels = known_labels(packs)
    rows = [read_pack_rows(pack.folder, labels) for pack in packs]
    readers = {}
    for name, shipped in load_examples().items():
        own = [example for found in rows for example in select(found, LESSONS[name])]
        if own:
            counting = [1.0] * len(shipped) + [PACK_WEIGHT] * len(own)
            lesson = LESSONS[name]
            examples = _take([*shipped, *own])
            readers[name] = train_reader(nlp, *examples, lesson.seen_in, vectors, lesson.vectors, counting)
            tell(f"{_count(name, len(shipped), readers[name])}; and {len(own):,} of yours")
    packed = pack_readers(digest_lessons(packs), readers)
    return pack_entries({f"reader/{name}": content for name, content in sorted(packed.items())})


def _take(examples: Sequence[Example]) -> tuple[list[str], list[str]]:
    return [example.text for example in examples], [example.label for example in examples]


def _count(name: str, examples: int, reader: LinearReader) -> str:
    return f"{name}: {examples:,} examples, {len(reader.classes)} classes, {len(reader.keys):,} keys"


def train_reader(
    nlp: Language,
    texts: Sequence[str],
    labels: Sequence[str],
    seen_in: int,
    vectors: Vectors,
    share: float = 0.0,
    counting: Sequence[float] | None = None,
) -> LinearReader:
    """A reader of the classes in `labels`; keys seen in fewer than `seen_in` sentences are left out.

    `counting`: for how many sentences each one counts, both in what is learned and in how often a key is seen.
    `share` is how much the vectors of words count beside the words themselves. Deterministic: the problem is convex and
    solved to a tight tolerance.
    """
    from scipy.sparse import csr_matrix, hstack

    counted = np.ones(len(texts)) if counting is None else np.array(counting)
    docs = [nlp.make_doc(text) for text in texts]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    ends = np.cumsum([len(doc) for doc in docs]).tolist()
    sentences = take_sentences(joined, list(zip([0, *ends[:-1]], ends, strict=True)))
    keys, owners, values = entries(sentences, nlp.vocab.strings)
    pairs = np.unique(np.stack([keys.astype(np.int64), owners]), axis=1)
    known, places = np.unique(pairs[0], return_inverse=True)
    counts = np.bincount(places, weights=counted[pairs[1]])
    vocabulary = known[counts >= seen_in].astype(np.uint32)

    def tabulate(wanted: Keys) -> csr_matrix:
        columns = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
        kept = wanted[columns] == keys
        return csr_matrix((values[kept], (owners[kept], columns[kept])), shape=(len(texts), len(wanted)))

    table = tabulate(vocabulary)
    if share:
        table = hstack([table, csr_matrix(tabulate(vectors.keys) @ (share * vectors.values))]).tocsr()
    classes, weights, bias = solve(table, labels, counted)
    if share:
        own, shared = weights[: len(vocabulary)], vectors.values @ (share * weights[len(vocabulary) :])
        everything = np.union1d(vocabulary, vectors.keys)
        weights = np.zeros((len(everything), len(classes)))
        weights[np.searchsorted(everything, vocabulary)] += own
        weights[np.searchsorted(everything, vectors.keys)] += shared
        vocabulary = everything
    return LinearReader(
        classes=classes,
        keys=vocabulary,
        # Half precision is plenty for a weight, and half the size on disk.
        weights=np.vstack([weights, np.zeros((1, len(classes)))]).astype(np.float16).astype(np.float32),
        bias=bias.astype(np.float32),
    )


def solve(table: Any, labels: Sequence[str], counted: Weights) -> tuple[tuple[str, ...], Weights, Weights]:
    """The classes in `labels`, and for each of them the weights of the columns of `table` (columns, c) and the bias (c,).

    `counted` says for how many rows each row of `table` counts.
    """
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    solver = LogisticRegression(C=STRENGTH, max_iter=5000, tol=TOLERANCE)
    # One thread: the sums come in the same order on any number of cores, and small problems are solved faster.
    with threadpool_limits(1):
        solver.fit(table, np.array(labels), sample_weight=counted)
    weights, bias = solver.coef_.T, solver.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return tuple(solver.classes_.tolist()), weights, bias
