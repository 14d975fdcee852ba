"""The parts of a Word package and how they refer to one another."""

import posixpath
import re
from xml.etree.ElementTree import Element

from brieflint.documents.limits import Limits
from brieflint.documents.office.archive import Archive
from brieflint.documents.office.trees import OversizedTreeError, TreeError, parse_tree
from brieflint.errors import BriefError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HEAD = 2**12
_OTHER_OFFICE = {"xl": "an Excel workbook", "ppt": "a PowerPoint presentation"}

# Strict files differ from all others in their namespaces; only declarations are rewritten, never the words.
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"


class Package:
    """A Word file's parts, parsed when they are asked for."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.archive = Archive(data, name, limits)
        self.name = name
        self.main = self._find_main()
        self._related = self._read_relations(self.main)

    @property
    def related(self) -> tuple[tuple[str, str], ...]:
        """What the main document refers to: the kind of each part and its name."""
        return tuple(self._related.values())

    def parse(self, part: str) -> Element:
        """Parse a part's XML."""
        return self.parse_xml(self.archive.read(part))

    def parse_xml(self, xml: bytes) -> Element:
        """Parse the XML of a part as it is given."""
        if b"http://purl.oclc.org/ooxml/" in xml[:_HEAD]:
            xml = _STRICT.sub(_TRANSITIONAL, xml)
        try:
            return parse_tree(xml, self.archive.limits.xml_tags)
        except OversizedTreeError:
            raise self.archive.oversized() from None
        except TreeError as error:
            raise self.archive.damaged() from error

    def find(self, kind: str) -> Element | None:
        """Find and parse the main document's part of one kind (styles, numbering, footnotes), None if it has none."""
        for related, part in self._related.values():
            if related == kind and part in self.archive:
                return self.parse(part)
        return None

    def follow(self, relation: str) -> str:
        """Find the part that the main document means by a relation's id; empty if there is none."""
        part = self._related.get(relation, ("", ""))[1]
        return part if part in self.archive else ""

    def _find_main(self) -> str:
        for related, part in self._read_relations("").values():
            if related == "officeDocument" and part in self.archive:
                folder = part.partition("/")[0]
                if folder in _OTHER_OFFICE:
                    what = f"this is {_OTHER_OFFICE[folder]}"
                    raise BriefError(self.name, what, "Copy the words of the brief into a .txt file")
                return part
        if "word/document.xml" in self.archive:
            return "word/document.xml"
        raise BriefError(
            self.name, "this is not a Word document, or one without a text", "Open it in Word and save it as .docx"
        )

    def _read_relations(self, source: str) -> dict[str, tuple[str, str]]:
        """Read what a part refers to, by id: the last word of the relation's type, and the other part's name."""
        folder, file = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if part not in self.archive:
            return {}
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in self.parse(part).iter(_RELATIONSHIP)
            if relation.get("TargetMode") != "External"
        }
