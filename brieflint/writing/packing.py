"""Packages that are the same whenever they are written."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
PROPERTIES = "docProps/core.xml"
SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def settle(package: bytes) -> bytes:
    """The same package without the hour at which it was written."""
    settled = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(settled, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(
                info, SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)) if name == PROPERTIES else old.read(name)
            )
    return settled.getvalue()
