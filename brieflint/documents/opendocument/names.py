"""Names of OpenDocument's elements and attributes."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def office(local: str) -> str:
    """Make a name in the namespace of whole documents."""
    return f"{{{_OASIS}:office:1.0}}{local}"


def text(local: str) -> str:
    """Make a name in the namespace of text."""
    return f"{{{_OASIS}:text:1.0}}{local}"


def style(local: str) -> str:
    """Make a name in the namespace of styles."""
    return f"{{{_OASIS}:style:1.0}}{local}"


def table(local: str) -> str:
    """Make a name in the namespace of tables."""
    return f"{{{_OASIS}:table:1.0}}{local}"


def draw(local: str) -> str:
    """Make a name in the namespace of drawings."""
    return f"{{{_OASIS}:drawing:1.0}}{local}"


def fo(local: str) -> str:
    """Make a name in the namespace of formatting."""
    return f"{{{_OASIS}:xsl-fo-compatible:1.0}}{local}"


def dc(local: str) -> str:
    """Make a name in the Dublin Core, in which comments tell their authors."""
    return f"{{http://purl.org/dc/elements/1.1/}}{local}"


def read_count(number: str | None, default: int = 0) -> int:
    """Read a whole number from a file, which may say anything there."""
    return int(number) if number and number.isascii() and number.isdecimal() and len(number) < 9 else default
