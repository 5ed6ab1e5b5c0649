"""Which files are meant by what a user names: files, and folders with the files in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.rows import Row
from listing_rewards.files.streams import STANDARD, could_hold_cases, reason

LOCK = "~$"
"""How the file begins that Excel and WPS keep beside a workbook while it is open."""


class Found(NamedTuple):
    """The files that are meant, and those of folders that are passed by and reported.

    Attributes:
        files: in the order given; those of a folder, and of the folders in it, by their names.
        aside: a row for each file that is passed by.
    """

    files: tuple[str, ...]
    aside: tuple[Row, ...]


def files_in(names: Iterable[str]) -> Found:
    """The files that are meant.

    Raises:
        InvalidFile: a folder cannot be read, or holds no table; a file is the lock of another.
    """
    files: list[str] = []
    aside: list[Row] = []
    for name in names:
        if _is_folder(name):
            within, beside = _of_folder(name)
            files += within
            aside += beside
        elif name != STANDARD and Path(name).name.startswith(LOCK):
            workbook = Path(name).name.removeprefix(LOCK)
            raise InvalidFile(fault("open_in_excel", workbook).at(file=name))
        else:
            files.append(name)
    return Found(tuple(files), tuple(aside))


def _is_folder(name: str) -> bool:
    try:
        return name != STANDARD and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _of_folder(name: str) -> tuple[list[str], list[Row]]:
    """The files of a folder that could hold cases, and the others."""
    try:
        paths = sorted(_visible(Path(name)))
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=name)) from None
    files, aside = [], []
    for path in paths:
        if path.name.startswith(LOCK):
            aside.append(Row(str(path), 0, None, aside="lock_file"))
        elif could_hold_cases(str(path)):
            files.append(str(path))
        else:
            aside.append(Row(str(path), 0, None, aside="other_file"))
    if not files:
        raise InvalidFile(fault("empty_folder").at(file=name))
    return files, aside


def _visible(folder: Path) -> Iterator[Path]:
    """Every file of a folder and of the folders in it, but hidden ones."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _visible(path)
        elif path.is_file():
            yield path
