"""XML from strangers, parsed into trees: no document types, hence no entities of any kind, and only so many nodes."""

from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers import expat

_PROLOG = 2**16
_CHUNK = 2**12


class TreeError(ValueError):
    """What should be XML is not, or is none that anyone should parse."""


class OversizedTreeError(TreeError):
    """A tree would have far more nodes than any document."""


def parse_tree(xml: bytes, tags: int) -> Element:
    """Parse XML into the tree below its root, with names as `{namespace}local`; raises `TreeError`.

    It may have so many tags and attributes together, as told by their signs; a thousand pages of Word hold 1.5 million.
    """
    if len(xml) > tags and xml.count(b"<") + xml.count(b"=") > tags:
        raise OversizedTreeError
    _check_prolog(xml)
    parser = XMLParser()  # noqa: S314 - whatever is dangerous in XML is declared in its prolog
    try:
        parser.feed(xml)
        return parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise TreeError(str(error)) from error


class _RootFoundError(Exception):
    pass


def _check_prolog(xml: bytes) -> None:
    # Everything that can do harm is declared before the root element, so only that much is parsed twice.
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    try:
        for start in range(0, min(len(xml), _PROLOG), _CHUNK):
            parser.Parse(xml[start : start + _CHUNK])
    except _RootFoundError:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise TreeError(str(error)) from error
    raise TreeError("no element at the beginning")


def _refuse(*_: object) -> None:
    raise TreeError("a document type is declared")


def _stop(*_: object) -> None:
    raise _RootFoundError
