"""What day it is, for what holds until a day."""

import os
from datetime import UTC, date, datetime


def read_today() -> date:
    """Today in UTC; the day of SOURCE_DATE_EPOCH (seconds) when that is set, so that a run can be repeated."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stamp.isascii() and stamp.isdecimal() and len(stamp) <= 11:
        return datetime.fromtimestamp(int(stamp), UTC).date()
    return datetime.now(UTC).date()
