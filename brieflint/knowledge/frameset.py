"""Many frames at once: each is tried only on sentences that hold a word of every kind without which it cannot match."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from brieflint.knowledge.frames import Frame, are_whole, find_anchors, follow
from brieflint.knowledge.grammar import Grammar, parse_frame
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


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Key]):
    """A frame and its key; of each of the sets `needs` a word must be there, and one of `openings`, if any, at its head."""

    key: Key
    frame: Frame
    needs: tuple[frozenset[str], ...]
    openings: frozenset[str]


class FrameSet(Generic[Key]):
    """Many frames. A word without which a frame cannot match leads to it, and it is tried when the other words are there."""

    def __init__(self, frames: Iterable[tuple[Key, str]], grammar: Grammar) -> None:
        self._anchored: dict[str, list[_Entry[Key]]] = defaultdict(list)
        self._free: list[_Entry[Key]] = []
        for key, text in frames:
            frame = parse_frame(text, grammar)
            anchors = find_anchors(frame)
            sets = [element.anchors for element in frame if element.anchors]
            needs = tuple([words for words in sets if words is not anchors and are_whole(words)])
            entry = _Entry(key, frame, needs, frame[0].openings)
            for word in anchors:
                self._anchored[word].append(entry)
            if not anchors:
                self._free.append(entry)
        self._beginnings = tuple([word[:-1] for word in self._anchored if word.endswith("*")])

    def find(self, words: Words) -> Iterator[Match[Key]]:
        """For each frame that matches, its first match, the longest one there."""
        for entry in self._candidates(words):
            for first, word in enumerate(words.lower):
                if entry.openings and word not in entry.openings:
                    continue
                last = max(follow(entry.frame, words, {first}, words.limit(first)), default=first)
                if last > first:
                    yield Match(entry.key, first, last, words.starts[first], words.ends[last - 1])
                    break

    def keys(self, words: Words) -> set[Key]:
        """The keys of the frames that match."""
        return {match.key for match in self.find(words)}

    def _candidates(self, words: Words) -> list[_Entry[Key]]:
        """The frames that may match, in the order in which their words stand in the sentence."""
        unique, anchored = words.unique, self._anchored
        led_to: list[_Entry[Key]] = []
        if not anchored.keys().isdisjoint(unique):
            led_to = [entry for word in dict.fromkeys(words.lower) if word in anchored for entry in anchored[word]]
        if self._beginnings and (begun := [word for word in unique if word.startswith(self._beginnings)]):
            stems = [stem for stem in self._beginnings if any(word.startswith(stem) for word in begun)]
            led_to = led_to + [entry for stem in stems for entry in anchored[f"{stem}*"]]
        return [entry for entry in led_to + self._free if not any(map(unique.isdisjoint, entry.needs))]
