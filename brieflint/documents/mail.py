"""E-mail messages (`.eml`): what they say and what is attached to them, one below the other; replies quote, forwards do not."""

from email.message import Message

from brieflint.documents.binding import Binding
from brieflint.documents.document import Document
from brieflint.documents.formats import is_supported, read_bytes
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.message.headers import read_header
from brieflint.documents.message.parts import Part, find_parts, parse
from brieflint.documents.message.words import read_words
from brieflint.errors import BriefError

_FIELDS = ("From", "To", "Cc", "Date")


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in a message, or attached to it."""
    reading = _Reading(name, limits)
    try:
        reading.add_message(parse(data, name, limits))
    except RecursionError:
        raise reading.nested_too_deeply() from None
    return reading.finish()


class _Reading:
    """Writes a message down, and the messages in it."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._binding = Binding()
        self._attached = 0
        self._has_words = False
        self._left: list[str] = []

    def add_message(self, message: Message, depth: int = 1) -> None:
        subject = read_header(message["subject"])
        if subject and depth == 1:
            self._binding.add_line("title", subject)
        for field in _FIELDS:
            if value := read_header(message[field]):
                self._binding.add_line("field", f"{field}: {value}")
        parts = find_parts(message)
        for part in parts.words:
            self._add_document(read_words(part, self._name, subject, self._limits))
        for part in parts.attached:
            self._add_attachment(part, depth)

    def finish(self) -> Document:
        """Hand over the document; a message in which nothing could be read has not been checked, whatever its subject."""
        if not self._has_words:
            left = f" but what is attached ({', '.join(self._left)}), which cannot be read here" if self._left else ""
            raise BriefError(self._name, f"there is nothing in this message{left}", "Save the brief itself and name it")
        return self._binding.finish(self._name, "eml")

    def nested_too_deeply(self) -> BriefError:
        return BriefError(self._name, "this message nests its parts too deeply", "Save the brief itself and name it")

    def _add_attachment(self, part: Part, depth: int) -> None:
        self._attached += 1
        if self._attached > self._limits.attachments:
            raise BriefError(
                self._name, "this message has more attachments than any brief", "Save the brief itself and name it"
            )
        if inner := part.find_message(self._name, self._limits):
            if depth >= self._limits.mail_depth:
                raise self.nested_too_deeply()
            self._add_heading(read_header(inner["subject"]) or part.name)
            self.add_message(inner, depth + 1)
        elif not is_supported(part.name):
            self._left.append(part.name)
            self._binding.add_line("matter", f"Attached, not read: {part.name}")
        elif data := part.load().strip():
            self._add_heading(part.name)
            self._add_document(self._open(data, part.name), part.name)

    def _open(self, data: bytes, attachment: str) -> Document:
        try:
            return read_bytes(data, attachment, self._limits)
        except BriefError as error:
            raise BriefError(self._name, f"its attachment {attachment} cannot be read: {error.what}", error.advice) from None

    def _add_heading(self, words: str) -> None:
        self._binding.part()
        self._binding.add_line("heading", words, level=1)

    def _add_document(self, document: Document, section: str | None = None) -> None:
        if document.text.strip():
            self._has_words = True
            self._binding.part()
            self._binding.add(document, section)
