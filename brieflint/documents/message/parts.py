"""The parts of a message: which of them are its words, and which are attached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import PurePosixPath

from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.message.headers import Headers, read_header
from brieflint.errors import BriefError

MAX_WORK = 20_000_000
"""Lines, times the parts that may be nested around each: the parser asks of every line whether it ends any of them."""

_BOUNDARY = re.compile(rb"\bboundary\b[\s\d*]{0,20}=", re.IGNORECASE)
_WORDS = ("text/plain", "text/html")
_MESSAGE = "message/rfc822"
_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    _MESSAGE: ".eml",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that has no parts itself."""

    message: Message
    name: str

    @property
    def kind(self) -> str:
        """The type of its content, in small letters."""
        return self.message.get_content_type()

    def find_parameter(self, name: str) -> str:
        """Find what is said besides of the type, such as its `charset`."""
        try:
            value = self.message.get_param(name)
        except (LookupError, ValueError):
            return ""
        return str(value[2] if isinstance(value, tuple) else value or "")

    def load(self) -> bytes:
        """Undo the encoding in which the part was sent."""
        try:
            content = self.message.get_payload(decode=True)
        except ValueError:
            return b""
        return content if isinstance(content, bytes) else b""

    def find_message(self, name: str, limits: Limits) -> Message | None:
        """Find the message that this part is, if it is one."""
        if self.kind == _MESSAGE:
            return next(_find_inside(self.message), None)
        return parse(self.load(), name, limits) if self.name.lower().endswith(_SUFFIXES[_MESSAGE]) else None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message says, in order, and what is attached to it."""

    words: tuple[Part, ...] = ()
    attached: tuple[Part, ...] = ()


def parse(data: bytes, name: str, limits: Limits = DEFAULT) -> Message:
    """Parse a message. Raises `BriefError` if it is far larger, or far more nested, than any."""
    nested = 1 + sum(1 for _ in _BOUNDARY.finditer(data))
    if len(data) > limits.mail_bytes or data.count(b"\n") * nested > MAX_WORK:
        raise BriefError(name, "this message is far larger than any brief", "Save its attachments and name the brief itself")
    return message_from_bytes(data, policy=Headers())


def find_parts(message: Message) -> Parts:
    """Tell a message's words from its attachments; of several versions of the words choose the plainest."""
    if not message.is_multipart() or message.get_content_type() == _MESSAGE:
        return _sort(Part(message, _find_name(message)))
    found = [find_parts(part) for part in _find_inside(message)]
    versions = [parts.words for parts in found]
    attached = tuple(part for parts in found for part in parts.attached)
    if message.get_content_subtype() == "alternative":
        return Parts(_choose(versions), attached)
    return Parts(tuple(part for words in versions for part in words), attached)


def _find_inside(message: Message) -> Iterator[Message]:
    # What is no list is decoded when it is asked for, and in whatever charset it claims.
    if message.is_multipart():
        yield from (part for part in message.get_payload() if isinstance(part, Message))


def _choose(versions: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    filled = [words for words in versions if any(part.load().strip() for part in words)]
    plain = (words for words in filled if all(part.kind == _WORDS[0] for part in words))
    return next(plain, filled[-1] if filled else ())


def _sort(part: Part) -> Parts:
    message = part.message
    if part.kind in _WORDS and not part.name and message.get_content_disposition() != "attachment":
        return Parts(words=(part,))
    # A picture that has an identity is shown among the words; nobody attached it.
    if message.get_content_maintype() == "image" and "content-id" in message:
        return Parts()
    suffix = _SUFFIXES.get(part.kind, "")
    if not PurePosixPath(part.name).suffix:
        part = Part(message, f"{part.name or 'attachment'}{suffix}" if part.name or suffix else read_header(part.kind))
    return Parts(attached=(part,))


def _find_name(message: Message) -> str:
    try:
        name = read_header(message.get_filename())
    except (LookupError, ValueError):
        return ""
    return name.replace("\\", "/").rpartition("/")[2]
