"""From example sentences to readers: logistic regression by scikit-learn, which only training needs."""

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from brieflint.knowledge.artefact import compile_artefact
from brieflint.knowledge.loading import load_patterns
from brieflint.language.features import take_sentences
from brieflint.language.linear import LinearReader, entries
from brieflint.language.readers import LESSONS, load_examples, pack_readers

TOLERANCE = 1e-7
"""Of the solver: tight enough for weights that are the same to 1e-5 wherever they are trained."""
STRENGTH = 10.0
"""Inverse of the regularisation; 3 and 30 are no better (leaving writers out)."""


def train(folder: Traversable, tell: Callable[[str], None] = lambda line: None) -> bytes:
    """The artefact of a patterns folder: its patterns compiled, its readers trained. Raises `PatternError`."""
    patterns = load_patterns(folder)
    nlp = spacy.blank("en")
    readers = {}
    for name, lesson in LESSONS.items():
        texts, labels = load_examples(folder, lesson)
        readers[name] = train_reader(nlp, texts, labels, lesson.seen_in)
        tell(f"{name}: {len(texts):,} examples, {len(readers[name].classes)} classes, {len(readers[name].keys):,} keys")
    return compile_artefact(folder, patterns, pack_readers(folder, readers))


def train_reader(nlp: Language, texts: Sequence[str], labels: Sequence[str], seen_in: int) -> LinearReader:
    """A reader of the classes in `labels`; keys seen in fewer than `seen_in` sentences are left out.

    Deterministic: the problem is convex and solved to a tight tolerance.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    docs = [nlp.make_doc(text) for text in texts]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    ends = np.cumsum([len(doc) for doc in docs]).tolist()
    sentences = take_sentences(joined, list(zip([0, *ends[:-1]], ends, strict=True)))
    keys, owners, values = entries(sentences, nlp.vocab.strings)
    pairs = np.unique(np.stack([keys.astype(np.int64), owners]), axis=1)
    known, counts = np.unique(pairs[0], return_counts=True)
    vocabulary = known[counts >= seen_in].astype(np.uint32)
    columns = np.minimum(np.searchsorted(vocabulary, keys), len(vocabulary) - 1)
    kept = vocabulary[columns] == keys
    matrix = csr_matrix((values[kept], (owners[kept], columns[kept])), shape=(len(texts), len(vocabulary)))
    solver = LogisticRegression(C=STRENGTH, max_iter=5000, tol=TOLERANCE)
    # One thread: the sums come in the same order on any number of cores, and small problems are solved faster.
    with threadpool_limits(1):
        solver.fit(matrix, np.array(labels))
    weights, bias = solver.coef_.T, solver.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    zeros = np.zeros((1, weights.shape[1]))
    return LinearReader(
        classes=tuple(solver.classes_.tolist()),
        keys=vocabulary,
        weights=np.vstack([weights, zeros]).astype(np.float32),
        bias=bias.astype(np.float32),
    )
