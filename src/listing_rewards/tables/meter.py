"""How much of the files that are read lies behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO


class Meter:
    """Counts the bytes of files of text while they are read.

    Attributes:
        whole: the bytes of all the files; None where a file is no text of known length.
    """

    def __init__(self, files: Iterable[str]) -> None:
        sizes = [_size(name) for name in files]
        self.whole = None if None in sizes else sum(filter(None, sizes))
        self._before = 0
        self._raw: IO[bytes] | None = None

    @property
    def done(self) -> int:
        """The bytes that were read."""
        return self._before + (self._raw.tell() if self._raw is not None else 0)

    def begin(self, raw: IO[bytes]) -> None:
        """Follow a file from its beginning on."""
        self._raw = raw

    def end(self) -> None:
        """The file has been read and may be closed."""
        self._before, self._raw = self.done, None


def _size(name: str) -> int | None:
    path = Path(name)
    is_text = path.is_file() and path.suffix.lower() != ".xlsx"
    return path.stat().st_size if is_text else None
