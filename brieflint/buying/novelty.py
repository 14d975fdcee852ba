"""The sentences of one version of a brief that another does not hold."""

from collections import Counter

from brieflint.judged import JudgedBrief


def find_new(judged: JudgedBrief, other: JudgedBrief) -> list[int]:
    """The sentences of one version that the other does not hold, or not as often; where they stand does not matter."""
    left = Counter(_fold(sentence.text) for sentence in other.reading.sentences)
    found = []
    for number, sentence in enumerate(judged.reading.sentences):
        words = _fold(sentence.text)
        left[words] -= 1
        if words and left[words] < 0:
            found.append(number)
    return found


def _fold(text: str) -> str:
    """The words of a sentence, without what editors change for looks."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
