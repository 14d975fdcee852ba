"""JSON in which nothing acts on a screen or breaks a line: such signs are written as escapes."""

import json
import re
from io import StringIO
from typing import Any

from brieflint.signs import BROKEN, HIDDEN

_ACTING = re.compile(rf"[{HIDDEN}{BROKEN}\x85\u2028\u2029]")
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, as in names of files that are no text: strict parsers refuse a file that holds one."""


def dump(value: Any, indent: int | None = None) -> str:
    """Write a value in the order of its keys; whoever parses it gets every sign back, and � for half a character."""
    stream = StringIO()
    json.dump(value, stream, ensure_ascii=False, indent=indent)  # piece by piece, or all pieces would be held together
    written = _HALF.sub("\ufffd", stream.getvalue())
    return _ACTING.sub(lambda sign: json.dumps(sign[0])[1:-1], written)
