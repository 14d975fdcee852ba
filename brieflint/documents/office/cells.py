"""What heads the cells of a table: the row of column names, or the label before a value."""

from brieflint.documents.office.story import Cell, Paragraph, Row, Table

_LONGEST_HEADER = 80
_MOST_WORDS = 10
_LONGEST_PLAIN = 40
_CHOICES = "☐☑☒□■✓✗"


def find_headers(table: Table) -> list[list[str | None]]:
    """Find, for every row and every cell in it, the words that head the cell."""
    header = _find_header_row(table)
    if header is None:
        above: dict[int, str] = {}
        return [_find_labels(row, above) for row in table.rows]
    columns = _spread(table.rows[header])
    return [
        [columns.get(cell.column) if index > header else None for cell in row.cells] for index, row in enumerate(table.rows)
    ]


def is_layout(table: Table) -> bool:
    """Tell whether a table only frames text: no row has two cells with anything in them."""
    return all(sum(1 for cell in row.cells if cell.content) <= 1 for row in table.rows)


def _read_words(cell: Cell) -> str:
    return " ".join(" ".join(part.text.split()) for part in cell.content if isinstance(part, Paragraph))


def _spread(row: Row) -> dict[int, str]:
    """Spread a header's words over every column that it spans."""
    return {
        column: text
        for cell in row.cells
        if (text := _read_words(cell))
        for column in range(cell.column, cell.column + cell.span)
    }


def _find_header_row(table: Table) -> int | None:
    """Find the first row with several cells, if it seems to name the columns; a lone cell above it names the table."""
    for index, row in enumerate(table.rows):
        if sum(1 for cell in row.cells if cell.content) > 1:
            return index if _is_header(table.rows[index:]) else None
    return None


def _is_header(rows: tuple[Row, ...]) -> bool:
    first = rows[0]
    texts = list(filter(None, map(_read_words, first.cells)))
    if len(rows) < 2 or not all(map(_is_short, texts)) or any(text.endswith(":") for text in texts[1:]):
        return False
    if first.header:
        return True
    if _stands_out(first):
        return not all(map(_stands_out, rows[1:]))
    return (
        len(rows) > 2
        and 2 < len(first.cells) == len(texts) == len(set(texts))
        and all(len(text) <= _LONGEST_PLAIN and not any(map(str.isdigit, text)) and text[-1] not in ".:;" for text in texts)
    )


def _stands_out(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell.content]
    return all(cell.shaded for cell in filled) or all(map(_is_emphatic, filled))


def _is_emphatic(cell: Cell) -> bool:
    return all(isinstance(part, Paragraph) and (part.emphatic or part.kind == "heading") for part in cell.content)


def _find_labels(row: Row, above: dict[int, str]) -> list[str | None]:
    """Find the label of each value in a row; `above` remembers labels that go on for several rows."""
    words = [_read_words(cell) or (above.get(cell.column, "") if cell.merged else "") for cell in row.cells]
    above.update(zip((cell.column for cell in row.cells), words, strict=True))
    labels: list[str | None] = []
    for index, own in enumerate(words):
        label = words[index - 1] if index % 2 and _is_label(row.cells[index - 1], words[index - 1]) else words[0]
        is_labelled = index > 0 and _is_short(label) and label != own and label[0] not in _CHOICES
        labels.append(label.rstrip(": ") if is_labelled else None)
    return labels


def _is_label(cell: Cell, text: str) -> bool:
    return text.endswith(":") or (bool(cell.content) and _is_emphatic(cell))


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_HEADER and len(text.split()) <= _MOST_WORDS
