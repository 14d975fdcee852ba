"""JSON in which nothing acts on a screen or breaks a line: such signs are written as escapes."""

import json
import re
from typing import Any

ACTING = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def dump(value: Any, indent: int | None = None) -> str:
    """Write a value in the order of its keys; whoever parses it gets every sign back."""
    return ACTING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
