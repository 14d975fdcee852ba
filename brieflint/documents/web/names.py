"""The elements of HTML, by what they mean for a reader."""

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
"""Elements that hold nothing and are never closed."""

HIDDEN = frozenset((
    "script", "style", "template", "noscript", "iframe", "svg", "canvas", "audio", "video", "del", "rt", "rp",
))  # fmt: skip
"""Elements whose words no reader sees, or only in place of what is meant; deletions are among them, as in Word."""

APPARATUS = frozenset(("nav", "footer"))
APPARATUS_ROLES = frozenset(("navigation", "contentinfo"))
EMPHATIC = frozenset(("b", "strong", "u", "th"))
VERBATIM = frozenset(("pre", "listing", "xmp", "plaintext"))
CODE = frozenset(("code", "kbd", "samp", "tt"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol", "menu", "dir"))
CELLS = frozenset(("td", "th"))
ROWS = frozenset(("tr", *CELLS))
TABLE_PARTS = frozenset(("caption", "thead", "tbody", "tfoot", *ROWS))

BLOCKS = APPARATUS.union(VERBATIM, HEADINGS, LISTS, TABLE_PARTS, (
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "option", "p",
    "search", "section", "summary", "table", "title",
))  # fmt: skip
"""Elements that stand apart from the words around them."""
