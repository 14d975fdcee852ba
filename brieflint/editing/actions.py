"""The quick fixes of an editor."""

from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from brieflint.editing.checks import Opinion
from brieflint.editing.places import find_stretch, find_within
from brieflint.editing.positions import Lines
from brieflint.editing.remedies import make_remark
from brieflint.editing.texts import Text
from brieflint.linting.directive import Reach
from brieflint.linting.finding import Finding
from brieflint.reporting.words import clip, count
from brieflint.writing.fix import NEWLINE, choose_edits

UNSAFE = "unsafe: see first whether the name or the text is wrong"
REACHES: dict[Reach, str] = {"block": "here", "section": "in this section", "file": "in this file"}


def find_actions(
    text: Text, opinion: Opinion, lines: Lines, within: Range, shown: Sequence[Diagnostic], *, versioned: bool
) -> list[CodeAction]:
    """The quick fixes for what stands in a range.

    `shown` are the diagnostics that the editor shows there; `versioned` fixes are for editors that refuse them once the text
    is another one.
    """
    found = list(find_within(opinion, lines, lines.offset(within.start), lines.offset(within.end)))
    maker = _Maker(text, opinion, lines, shown, versioned)
    return [*maker.replace(found), *maker.ignore(found)]


class _Maker:
    def __init__(self, text: Text, opinion: Opinion, lines: Lines, shown: Sequence[Diagnostic], versioned: bool) -> None:
        self._text = text
        self._opinion = opinion
        self._lines = lines
        self._shown = shown
        self._versioned = versioned
        newline = NEWLINE.search(text.words)
        self._newline = newline[0] if newline else "\n"

    def replace(self, findings: Sequence[Finding]) -> Iterator[CodeAction]:
        """Write the right name in every place of the wrong one; once for several findings that ask for the same."""
        done = set()
        for finding in findings:
            if not (finding.fix and finding.fix.replacement):
                continue
            edits = choose_edits(finding.fix.edits)
            if not edits or edits in done:
                continue
            done.add(edits)
            places = f" in {count(len(edits), 'place')}" if len(edits) > 1 else ""
            title = f'Write "{clip(finding.fix.replacement)}"{places}'
            yield self._make(
                title if finding.fix.safe else f"{title} ({UNSAFE})",
                finding,
                [self._edit(edit.spot.start, edit.spot.end, edit.text) for edit in edits],
                preferred=finding.fix.safe,
            )

    def ignore(self, findings: Sequence[Finding]) -> Iterator[CodeAction]:
        """Write a remark that keeps a finding out, once a person has put a reason in it."""
        for finding in findings:
            if remark := make_remark(finding, self._opinion.judged.document):
                title = f"Ignore {finding.rule} {REACHES[remark.reach]}, for a reason that you write"
                yield self._make(title, finding, [self._edit(remark.at, remark.at, remark.text)])

    def _edit(self, start: int, end: int, words: str) -> TextEdit:
        return TextEdit(range=self._lines.range(start, end), new_text=words.replace("\n", self._newline))

    def _make(self, title: str, finding: Finding, edits: list[TextEdit], *, preferred: bool = False) -> CodeAction:
        uri = self._text.uri
        if self._versioned:
            named = OptionalVersionedTextDocumentIdentifier(uri=uri, version=self._text.version)
            change = WorkspaceEdit(document_changes=[TextDocumentEdit(text_document=named, edits=edits)])
        else:
            change = WorkspaceEdit(changes={uri: edits})
        place = self._lines.range(*find_stretch(finding, self._opinion.judged.document, self._lines))
        return CodeAction(
            title=title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[entry for entry in self._shown if entry.code == finding.rule and entry.range == place] or None,
            is_preferred=preferred or None,
            edit=change,
        )
