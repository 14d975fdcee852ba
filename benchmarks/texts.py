"""Real text to measure on: whole briefs, put together to files of many sizes, the same ones each time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
OWN = (ROOT / "tests" / "quality" / "briefs", ROOT / "examples")
"""Briefs that a clean checkout has."""
SUFFIXES = (".txt", ".md")
SHORTEST, LONGEST = 100, 4000
"""Words of the shortest and the longest file of a folder; short ones are more frequent, as in offices."""


def gather_paragraphs(folders: Sequence[Path] = OWN) -> list[str]:
    """All paragraphs of the briefs in these folders, in order."""
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    texts = (file.read_text("utf-8", "replace") for file in files)
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]
    if not paragraphs:
        raise SystemExit(f"no briefs (.txt, .md) in {', '.join(map(str, folders))}")
    return paragraphs


def compose(paragraphs: Sequence[str], words: int, start: int = 0) -> str:
    """A text of about so many words: paragraphs from `start` on, from the first again after the last."""
    found: list[str] = []
    while words > 0:
        found.append(paragraphs[start % len(paragraphs)])
        words -= len(found[-1].split())
        start += 1
    return "\n\n".join(found) + "\n"


def write_folder(folder: Path, paragraphs: Sequence[str], sizes: Sequence[int]) -> int:
    """Write a file of each size; how many words they have together."""
    folder.mkdir()
    total = 0
    for number, size in enumerate(sizes):
        text = compose(paragraphs, size, start=number * 37)
        total += len(text.split())
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    return total


def draw_sizes(count: int) -> Iterator[int]:
    """Sizes in words, the same ones each time."""
    draw = Random(8)  # noqa: S311 - sizes, no secrets
    for _ in range(count):
        yield round(SHORTEST * (LONGEST / SHORTEST) ** draw.random())
