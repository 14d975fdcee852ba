"""What time it is: for what holds until a day, and for what bears a date."""

import os
from datetime import UTC, date, datetime


def read_now() -> datetime:
    """The time in UTC, to the second; that of SOURCE_DATE_EPOCH (seconds) when it is set, so that a run can be repeated."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stamp.isascii() and stamp.isdecimal() and len(stamp) <= 11:
        return datetime.fromtimestamp(int(stamp), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def read_today() -> date:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH."""
    return read_now().date()
