"""English enough to write one name of a model where another one stood: capitals, hyphens, articles, what it is the name of."""

import re
from collections.abc import Collection

UNNAMED = re.compile(
    r"(?:outsource[sd]?|outsourcing (?:our|its|their|your|all|the)|augment(?:s|ing)?|hire|rent|supplying)\b",
    re.IGNORECASE,
)
"""Labels that begin so say what somebody does or what is done to something: no name can stand in their place."""
ACTED_ON = re.compile(
    r"\s+(?:an?|the|our|its|their|your|this|these|those|all|some|part|parts|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d+)\b",
    re.IGNORECASE,
)
"""What follows an action, as in "we are outsourcing two testers"."""
NOUN_AHEAD = re.compile(r"\b(?:an?|the|our|its|their|your|this|that|any|no)\s+$", re.IGNORECASE)
OF = re.compile(r"outsourcing(?= of\b)", re.IGNORECASE)
TAILS = frozenset(
    """
    agreement agreements arrangement basis brief contract contracts engagement lot model partner partners programme
    project projects proposal provider providers request retainer service services vendor vendors company consultants
    contractors developers engineers experts personnel professionals programmers resources specialists staff testers
    workers
    """.split()  # noqa: SIM905
)
"""Words that a label may end in and that stay when the name before them changes."""
CARRIED = re.compile(r"\s*\n[\s>]*")
MARKUP = re.compile(r"[*_`\[\]()<>|\\]")
FUNCTION_WORDS = frozenset(
    """
    about above after and are as at because before below but by during for from has have if in into is may must of on or
    over per shall should since so than that the this through to under until we were where which while who will with
    within you your our its their was be can
    """.split()  # noqa: SIM905
)
"""Words that do not belong to a name standing before them; any other word does ("staff augmentation contract")."""


def name_instead(label: str, name: str, names: Collection[str], *, begins: bool = False, loud: bool = False) -> str | None:
    """Write `name` where `label` stood, with its capitals, hyphens and line ends and with the noun that it went before.

    `names` are the names of all models; `begins` says that the label opens its sentence, `loud` that the sentence is set in
    capitals. None when no name can stand there: after a verb, or across markup.
    """
    carried = CARRIED.search(label)
    plain = " ".join(CARRIED.sub(" ", label).split())
    if MARKUP.search(plain):
        return None
    words = re.split(r"[\s-]+", plain)
    of = OF.match(plain)
    if UNNAMED.match(plain) and not of and not plain.lower().endswith(("managed service", "managed services")):
        return None
    if of:
        written = fit_case(name, plain) + plain[of.end() :]
    else:
        tail = words[-1] if len(words) > 1 and words[-1].lower() in TAILS and " of " not in plain.lower() else ""
        if plain.lower() == "msp":
            tail = "provider"
        written = fit_case(f"{name} {tail}".rstrip(), plain, loud=loud)
        if "-" in plain and " " not in plain and plain.replace("-", " ").lower() in {known.lower() for known in names}:
            written = written.replace(" ", "-")
    if begins and plain[0].isupper() and written[0].islower():
        written = written[0].upper() + written[1:]
    if carried and " " in written:
        *most, last = written.split(" ")
        written = " ".join(most) + carried[0] + last
    return written


def is_action(before: str, label: str, after: str) -> bool:
    """Whether a label says what somebody does to what follows it, so that no name can stand in its place."""
    return label.lower() == "outsourcing" and bool(ACTED_ON.match(after)) and not NOUN_AHEAD.search(before)


def fit_case(name: str, label: str, *, loud: bool = False) -> str:
    """The name of a model in the capitals of the label it replaces; an acronym alone says nothing about capitals."""
    if label.isupper() and (loud or " " in label or "-" in label):
        return name.upper()
    words = label.replace("-", " ").split()
    if len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3):
        return " ".join(word if word.isupper() else word.capitalize() for word in name.split())
    return name[0].upper() + name[1:] if words and words[0][0].isupper() and words[0][1:].islower() else name


def fit_article(article: str, name: str) -> str:
    """The article, "a" or "an", that goes before `name`, in the capitals of the one that stood there."""
    fitting = "an" if name[:1].lower() in "aeio" else "a"
    if article.isupper() and (len(article) > 1 or name.isupper()):
        return fitting.upper()
    return fitting.capitalize() if article[0].isupper() else fitting


def stands_alone(after: str) -> bool:
    """Whether a name before this text is a noun by itself and not the first half of a longer one."""
    following = re.match(r"\s+([A-Za-z][\w'’-]*)", after)
    return following is None or following[1].lower() in FUNCTION_WORDS
