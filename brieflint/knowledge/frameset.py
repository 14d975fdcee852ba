"""Many frames at once: each is tried only on sentences that hold a word of every kind without which it cannot match."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from brieflint.knowledge.frames import Frame, are_whole, count_hits, find_anchors, follow
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


@dataclass(frozen=True, slots=True, eq=False)
class _Entry(Generic[Key]):
    """A frame and its key; a word of each of the sets `needs` must be there too, and one of `openings`, if any, at its head.

    Frames that match one sentence are put in order by their `anchors`, and by `number` where these stand in one place.
    """

    key: Key
    frame: Frame
    needs: tuple[frozenset[str], ...]
    openings: frozenset[str]
    anchors: frozenset[str]
    number: int

    def match(self, words: Words) -> Match[Key] | None:
        """The first match, the longest one there."""
        lower, openings = words.lower, self.openings
        for first in [at for at, word in enumerate(lower) if word in openings] if openings else range(len(lower)):
            # What does not match up to the end of the sentence need not be told where it must stop, which costs more.
            if follow(self.frame, words, {first}, len(lower)):
                last = max(follow(self.frame, words, {first}, words.limit(first)), default=first)
                if last > first:
                    return Match(self.key, first, last, words.starts[first], words.ends[last - 1])
        return None

    def places(self, words: Words) -> list[int]:
        """Where its anchors stand."""
        return [words.lower.index(word) for word in self.anchors & words.unique] or [len(words.lower)]


@dataclass(slots=True)
class _Index(Generic[Key]):
    """Frames by a word, or the beginning of a word, that leads to them; and those that must always be tried."""

    led_to: dict[str, list[_Entry[Key]]] = field(default_factory=lambda: defaultdict(list))
    begun: dict[str, list[_Entry[Key]]] = field(default_factory=lambda: defaultdict(list))
    free: list[_Entry[Key]] = field(default_factory=list)


class FrameSet(Generic[Key]):
    """Many frames. The rarest words without which a frame cannot match lead to it; it is tried when all others are there.

    They are compiled when they are first asked for: a short brief needs few of all that there are.
    """

    def __init__(self, frames: Iterable[tuple[Key, str]], grammar: Grammar) -> None:
        self._frames = list(frames)
        self._grammar = grammar

    @cached_property
    def _index(self) -> _Index[Key]:
        index: _Index[Key] = _Index()
        for number, (key, text) in enumerate(self._frames):
            frame = parse_frame(text, self._grammar)
            anchors = find_anchors(frame)
            needs = [element.anchors for element in frame if element.anchors and are_whole(element.anchors)]
            needs.sort(key=count_hits)
            entry = _Entry(key, frame, tuple(needs[1:]), frame[0].openings, anchors, number)
            for word in needs[0] if needs else ():
                index.led_to[word].append(entry)
            for beginning in anchors if not needs else ():
                index.begun[beginning.removesuffix("*")].append(entry)
            if not anchors:
                index.free.append(entry)
        return index

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(self._index.begun)

    def find(self, words: Words) -> Iterator[Match[Key]]:
        """For each frame that matches, its first match, the longest one there; in the order of its anchors, once for each."""
        found = {entry: match for entry in self._candidates(words) if (match := entry.match(words))}
        told = [(at, entry.number, match) for entry, match in found.items() for at in entry.places(words)]
        yield from (match for _, _, match in sorted(told))

    def keys(self, words: Words, among: Container[Key] | None = None) -> set[Key]:
        """The keys of the frames that match; with `among`, those of them that are wanted."""
        found: set[Key] = set()
        for entry in self._candidates(words, among):
            if entry.key not in found and entry.match(words):
                found.add(entry.key)
        return found

    def _candidates(self, words: Words, among: Container[Key] | None = None) -> Iterable[_Entry[Key]]:
        """The frames that may match, each once."""
        index, lower = self._index, words.lower
        found = [entry for word in index.led_to.keys() & lower for entry in index.led_to[word]]
        if self._beginnings and (begun := [word for word in lower if word.startswith(self._beginnings)]):
            stems = [stem for stem in self._beginnings if any(word.startswith(stem) for word in begun)]
            found += [entry for stem in stems for entry in index.begun[stem]]
        found += index.free
        if among is not None:
            found = [entry for entry in found if entry.key in among]
        if not found:
            return ()
        unique = words.unique
        return [entry for entry in dict.fromkeys(found) if not any(map(unique.isdisjoint, entry.needs))]
