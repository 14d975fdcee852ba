"""Every target over its corpus and over changes to it: the same ones every time, and no longer than seconds."""

from collections.abc import Iterator
from random import Random

import pytest
from fuzz.targets import TARGETS, read_corpus

ROUNDS = {"text": 80, "markdown": 80, "html": 80, "mail": 80, "fix": 40}
USUAL = 250
"""Changed inputs for each target."""
WORDS = [
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\n",
    b"\r\n",
    b"<",
    b">",
    b"--",
    b"]]>",
    b"&#x0;",
    b"\xe2\x80\xae",
    b"\xc2\xad",
    b"0",
    b"9" * 40,
]
"""What is put in here and there."""


def change(seeds: list[bytes], random: Random) -> bytes:
    """A seed with pieces of it removed, doubled, moved or overwritten, and pieces of other seeds in it."""
    data = bytearray(random.choice(seeds))
    for _ in range(random.randint(1, 6)):
        at, length = random.randint(0, len(data)), random.randint(1, 20)
        other = random.choice(seeds)
        begin = random.randint(0, len(other))
        match random.randrange(6):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = data[at : at + length] * random.randint(1, 4)
            case 2:
                data[at:at] = other[begin : begin + 4 * length]
            case 3:
                data[at:at] = random.choice(WORDS)
            case 4 if at < len(data):
                data[at] = random.randrange(256)
            case _:
                del data[max(at, 1) :]
    return bytes(data)


def inputs(name: str) -> Iterator[bytes]:
    seeds = read_corpus(name)
    yield from seeds
    random = Random(name)
    for _ in range(ROUNDS.get(name, USUAL)):
        yield change(seeds, random)


@pytest.mark.parametrize("name", TARGETS)
def test_neither_the_corpus_nor_any_change_to_it_is_more_than_refused(name: str):
    for data in inputs(name):
        TARGETS[name](data)
