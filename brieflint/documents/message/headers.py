"""The lines at the head of a message, whatever its sender did to them."""

from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.policy import Compat32

_LONGEST = 2_000
"""Some of the standard library's ways through a header take time that grows with the square of its length."""


class Headers(Compat32):
    """Keeps headers as they came, for the library's own reading of them stumbles over many that people send."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Give a header as it stands in the message."""
        return value[:_LONGEST].strip()


def read_header(value: object) -> str:
    """Read a header's value as people see it: in letters and on one line; empty for none."""
    raw = str(value or "")[:_LONGEST].encode("utf-8", "surrogateescape")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    with suppress(MessageError, LookupError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
