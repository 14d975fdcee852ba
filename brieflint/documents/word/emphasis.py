"""Paragraphs that their author made stand out by hand, as people do who know no styles."""

from xml.etree.ElementTree import Element

from brieflint.documents.word.names import RUN, RUN_PROPERTIES, TEXT
from brieflint.documents.word.styles import Style, Styles


def is_emphatic(paragraph: Element, style: Style, styles: Styles) -> bool:
    """Tell whether all words of a paragraph are bold, or all underlined, in capitals, or much larger than usual."""
    shared: frozenset[str] | None = None
    for run in paragraph.iter(RUN):
        text = run.findtext(TEXT)
        if text and not text.isspace():
            properties = run.find(RUN_PROPERTIES)
            emphasis = style.emphasis if properties is None else styles.find_emphasis(properties, style)
            shared = emphasis if shared is None else shared & emphasis
            if not shared:
                return False
    return bool(shared)
