"""Many frames at once: each is tried only on sentences that hold a word without which it cannot match."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from brieflint.knowledge.frames import Frame, Grammar, anchors, follow, openings, parse_frame
from brieflint.knowledge.words import Words

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """A match of one of the frames of `key`: its words `first` to `last` (exclusive), and characters `start` to `end`."""

    key: Key
    first: int
    last: int
    start: int
    end: int


class FrameSet(Generic[Key]):
    """Many frames, each tried only on sentences that hold a word without which it cannot match."""

    def __init__(self, frames: Iterable[tuple[Key, str]], grammar: Grammar) -> None:
        self._anchored: dict[str, list[tuple[Key, Frame]]] = defaultdict(list)
        self._free: list[tuple[Key, Frame]] = []
        parsed: dict[str, Frame] = {}
        for key, text in frames:
            if text not in parsed:
                parsed[text] = parse_frame(text, grammar)
            frame = parsed[text]
            words = anchors(frame)
            for word in words:
                self._anchored[word].append((key, frame))
            if not words:
                self._free.append((key, frame))

    def find(self, words: Words) -> Iterator[Match[Key]]:
        """For each frame that matches, its first match, the longest one there."""
        for key, frame in self._candidates(words):
            opening = openings(frame)
            for first, word in enumerate(words.lower):
                if opening and word not in opening:
                    continue
                last = max(
                    (end for end in follow(frame, words, first) if 2 not in words.breaks[first + 1 : end]), default=first
                )
                if last > first:
                    yield Match(key, first, last, words.starts[first], words.ends[last - 1])
                    break

    def keys(self, words: Words) -> set[Key]:
        """The keys of the frames that match."""
        return {match.key for match in self.find(words)}

    def _candidates(self, words: Words) -> list[tuple[Key, Frame]]:
        found = [entry for word in dict.fromkeys(words.lower) if word in self._anchored for entry in self._anchored[word]]
        return [*found, *self._free]
