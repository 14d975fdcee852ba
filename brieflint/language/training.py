"""From example sentences to readers: logistic regression by scikit-learn, which only training needs."""

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from brieflint.knowledge.artefact import compile_artefact
from brieflint.knowledge.loading import load_patterns
from brieflint.language.features import Keys, take_sentences
from brieflint.language.linear import LinearReader, entries
from brieflint.language.readers import LESSONS, load_examples, pack_readers
from brieflint.language.vectors import Vectors, load_vectors

Weights = npt.NDArray[np.float64]

TOLERANCE = 1e-7
"""Of the solver: tight enough for weights that are the same to 1e-5 wherever they are trained."""
STRENGTH = 10.0
"""Inverse of the regularisation; 3 and 30 are no better (leaving writers out)."""


def train(folder: Traversable, tell: Callable[[str], None] = lambda line: None) -> bytes:
    """The artefact of a patterns folder: its patterns compiled, its readers trained. Raises `PatternError`."""
    patterns = load_patterns(folder)
    nlp = spacy.blank("en")
    vectors = load_vectors(folder)
    readers = {}
    for name, lesson in LESSONS.items():
        texts, labels = load_examples(folder, lesson)
        readers[name] = train_reader(nlp, texts, labels, lesson.seen_in, vectors, lesson.vectors)
        tell(f"{name}: {len(texts):,} examples, {len(readers[name].classes)} classes, {len(readers[name].keys):,} keys")
    return compile_artefact(folder, patterns, pack_readers(folder, readers))


def train_reader(
    nlp: Language, texts: Sequence[str], labels: Sequence[str], seen_in: int, vectors: Vectors, share: float = 0.0
) -> LinearReader:
    """A reader of the classes in `labels`; keys seen in fewer than `seen_in` sentences are left out.

    `share` is how much the vectors of words count beside the words themselves. Deterministic: the problem is convex and
    solved to a tight tolerance.
    """
    from scipy.sparse import csr_matrix, hstack

    docs = [nlp.make_doc(text) for text in texts]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    ends = np.cumsum([len(doc) for doc in docs]).tolist()
    sentences = take_sentences(joined, list(zip([0, *ends[:-1]], ends, strict=True)))
    keys, owners, values = entries(sentences, nlp.vocab.strings)
    pairs = np.unique(np.stack([keys.astype(np.int64), owners]), axis=1)
    known, counts = np.unique(pairs[0], return_counts=True)
    vocabulary = known[counts >= seen_in].astype(np.uint32)

    def tabulate(wanted: Keys) -> csr_matrix:
        columns = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
        kept = wanted[columns] == keys
        return csr_matrix((values[kept], (owners[kept], columns[kept])), shape=(len(texts), len(wanted)))

    table = tabulate(vocabulary)
    if share:
        table = hstack([table, csr_matrix(tabulate(vectors.keys) @ (share * vectors.values))]).tocsr()
    classes, weights, bias = solve(table, labels)
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


def solve(table: Any, labels: Sequence[str]) -> tuple[tuple[str, ...], Weights, Weights]:
    """The classes in `labels`, and for each of them the weights of the columns of `table` (columns, c) and the bias (c,)."""
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    solver = LogisticRegression(C=STRENGTH, max_iter=5000, tol=TOLERANCE)
    # One thread: the sums come in the same order on any number of cores, and small problems are solved faster.
    with threadpool_limits(1):
        solver.fit(table, np.array(labels))
    weights, bias = solver.coef_.T, solver.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return tuple(solver.classes_.tolist()), weights, bias
