"""A workbook as bytes that hold no time of day: the same answer gives the same file."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def saved(book: Workbook, day: date) -> bytes:
    """The file, dated on `day`."""
    written = io.BytesIO()
    book.save(written)
    steady = io.BytesIO()
    with ZipFile(written) as before, ZipFile(steady, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == _PROPERTIES:
                stamp = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode()
                content = _TIME.sub(stamp, content)
            after.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return steady.getvalue()
