"""Characters of Word's symbol fonts, which stand at private code points, as characters that anyone can show."""

from xml.etree.ElementTree import Element

from brieflint.documents.word.names import w

_PRIVATE = range(0xF000, 0xF100)
_SYMBOLS = {
    0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA1: "○", 0xA8: "☐",
    0x51: "☒", 0x53: "☒", 0x54: "☒", 0x78: "☒", 0xFD: "☒", 0xFE: "☑",
    0xFB: "✗", 0xFC: "✓", 0x50: "✓", 0xB7: "•", 0x6C: "●", 0x6E: "■", 0xA7: "▪",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xAE: "→",
}  # fmt: skip


def show_symbol(symbol: Element) -> str:
    """Show a `<w:sym>` as a common character; a mere ornament shows nothing."""
    try:
        code = int(symbol.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if code in _PRIVATE or code < 0x100:
        return _SYMBOLS.get(code & 0xFF, "")
    is_character = code <= 0x10FFFF and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else ""
