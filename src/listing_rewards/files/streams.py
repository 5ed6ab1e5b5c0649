"""Opening and writing files: encodings, standard streams, and no half-written output."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Literal, Self, TextIO, TypeAlias

from listing_rewards.errors import InvalidFile, InvalidPolicy, fault
from listing_rewards.policy.toml import read_toml
from listing_rewards.words import in_both

TextForm: TypeAlias = Literal["json", "jsonl", "csv"]
Format: TypeAlias = Literal["json", "jsonl", "csv", "xlsx"]
_FORMATS: dict[str, Format] = {"json": "json", "jsonl": "jsonl", "csv": "csv", "xlsx": "xlsx"}
FORMATS = tuple(_FORMATS.values())
"""Every format of a file."""
STANDARD = "-"


class Held(str):
    """A file that is held in memory and stands on no disk: its name, and its content.

    Whatever reads a file by its name reads this.

    >>> with open_text(Held("a.csv", b"name")) as text:
    ...     text.read()
    'name'
    """

    __slots__ = ("content",)
    content: bytes

    def __new__(cls, name: str, content: bytes) -> Self:
        """The file of a name; of a path that a browser sends only its last part."""
        held = super().__new__(cls, name.replace("\\", "/").rpartition("/")[2])
        held.content = content
        return held


_SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEFORE_2007 = "xls"
"""How a workbook of Excel 97-2003 ends, which is read and never written."""
_OF_OTHERS = frozenset({".xls", ".xlsm", ".xlsb", ".xltx", ".et", ".ods", ".numbers"})
"""Workbooks of other kinds."""
_TRADITIONAL = ("企業", "公司", "名稱", "日期", "金額", "統一", "註冊")
_SIMPLE = ("企业", "名称", "金额", "统一", "注册")
"""Words that a table of enterprises has; in a text read in another encoding, none of them."""
PACKAGE, COMPOUND = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
"""How a workbook begins, and one of Excel 97-2003 or one that is encrypted."""
_CHUNK = 1 << 20


def format_of(
    name: str,
    asked: str | None,
    *,
    default: Format | None = None,
    among: Collection[Format] = FORMATS,
) -> Format:
    """The format asked for, or that of the file's suffix, or the default for standard streams.

    Raises:
        InvalidFile: no format, or none `among` those that are of use; lists them.
    """
    if asked is not None:
        chosen = _FORMATS.get(asked)
    else:
        chosen = default if name == STANDARD else _SUFFIXES.get(_suffix(name))
    if chosen is None or chosen not in among:
        given = asked or Path(name).suffix or name
        if given.lower() in _OF_OTHERS:
            raise InvalidFile(fault("other_workbook", given).at(file=name))
        raise InvalidFile(fault("unknown_format", given, accepted=among).at(file=name))
    return chosen


def format_read(
    name: str,
    asked: str | None,
    *,
    default: Format | None = None,
    among: Collection[Format] = FORMATS,
) -> Format:
    """As `format_of`, of a file that is read: one of Excel 97-2003 is a workbook as well.

    >>> format_read("old.xls", None), format_read("old.csv", None)
    ('xlsx', 'csv')
    """
    given = asked or _suffix(name).removeprefix(".")
    if given == _BEFORE_2007:
        asked = "xlsx"
    return format_of(name, asked, default=default, among=among)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def is_workbook(name: str) -> bool:
    """Whether the name is that of a workbook.

    >>> is_workbook("申报表.XLSX"), is_workbook("old.xls"), is_workbook("events.txt")
    (True, True, False)
    """
    return _suffix(name) in {".xlsx", f".{_BEFORE_2007}"}


def could_hold_cases(name: str) -> bool:
    """Whether the suffix is one of a table or document, also of one that has to be saved anew.

    >>> could_hold_cases("赤坎区.xlsx"), could_hold_cases("a.ods"), could_hold_cases("通知.docx")
    (True, True, False)
    """
    return _suffix(name) in {*_SUFFIXES, *_OF_OTHERS}


@contextmanager
def open_text(name: str, meter: Meter | None = None) -> Iterator[TextIO]:
    """The text of a file or of standard input: UTF-8, GB18030, or UTF-16 with its BOM.

    Raises:
        InvalidFile: the file cannot be opened, or is in neither encoding.
    """
    with open_bytes(name) as raw:
        encoding = _encoding_of(raw, name)
        raw.seek(0)
        with io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
            if text.read(1) != "\ufeff":
                text.seek(0)
            if meter is None:
                yield text
                return
            meter.begin(raw)
            yield text
            meter.end()


def toml_in(name: str) -> dict[str, Any]:
    """What a TOML file states.

    Raises:
        InvalidFile: the file cannot be opened, or is no TOML; names the line and what to write.
    """
    with open_text(name) as text:
        try:
            return read_toml(text.read().replace("\r\n", "\n"))
        except InvalidPolicy as error:
            raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None


def open_bytes(name: str) -> IO[bytes]:
    """The bytes of a file or of standard input.

    Raises:
        InvalidFile: the file cannot be opened.
    """
    if isinstance(name, Held):
        return io.BytesIO(name.content)
    if name == STANDARD:
        return io.BytesIO(sys.stdin.buffer.read())
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=name)) from None
    except ValueError:
        raise InvalidFile(
            fault("unreadable_file", detail=in_both("file.no_name")).at(file=name)
        ) from None


def _encoding_of(raw: IO[bytes], name: str) -> str:
    try:
        start = raw.read(4)
        for bom, encoding in _BOMS:
            if start.startswith(bom):
                fails_at = _first_failure(raw, encoding)
                if fails_at is None:
                    return encoding
                raise InvalidFile(fault("wrong_encoding", fails_at).at(file=name))
        if start in (PACKAGE, COMPOUND[:4]):
            raise InvalidFile(fault("workbook_as_text").at(file=name))
        utf8_fails_at = _first_failure(raw, "utf-8")
        if utf8_fails_at is None:
            return "utf-8"
        chinese = _first_failure(raw, "gb18030") is None
        if _is_big5(raw):
            raise InvalidFile(fault("big5").at(file=name))
        if chinese:
            return "gb18030"
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=name)) from None
    raise InvalidFile(fault("wrong_encoding", utf8_fails_at).at(file=name))


def _is_big5(raw: IO[bytes]) -> bool:
    """Whether the beginning of a text has the words of our tables in Big5, and in no other way."""
    raw.seek(0)
    start = raw.read(_CHUNK)
    read = {each: start.decode(each, errors="ignore") for each in ("big5", "gb18030")}
    return any(word in read["big5"] for word in _TRADITIONAL) and not any(
        word in read["gb18030"] for word in (*_TRADITIONAL, *_SIMPLE)
    )


def _first_failure(raw: IO[bytes], encoding: str) -> int | None:
    """Where the file stops being text in `encoding`, in bytes from 0; None if it never does."""
    decoder = codecs.getincrementaldecoder(encoding)()
    raw.seek(0)
    read = 0
    while True:
        chunk = raw.read(_CHUNK)
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return max(read + len(chunk) - len(error.object) + error.start, 0)
        read += len(chunk)
        if not chunk:
            return None


@contextmanager
def written(name: str, *, bom: bool = False) -> Iterator[TextIO]:
    """A text file that appears, whole, only when the block ends well; ``-`` is standard output.

    Raises:
        InvalidFile: the file cannot be written.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    if name == STANDARD:
        with _refusal_as_fault(name):
            yield sys.stdout
            sys.stdout.flush()
        return
    with (
        written_bytes(name) as raw,
        io.TextIOWrapper(raw, encoding=encoding, newline="") as text,
    ):
        yield text


@contextmanager
def written_bytes(name: str) -> Iterator[IO[bytes]]:
    """A file of bytes that appears as in `written`.

    Raises:
        InvalidFile: the file cannot be written.
    """
    with _refusal_as_fault(name):
        if name == STANDARD:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        elif _is_a_device(name):
            with Path(name).open("wb") as device:
                yield device
        else:
            with written_path(name) as path, path.open("wb") as raw:
                yield raw


@contextmanager
def written_path(name: str) -> Iterator[Path]:
    """A path beside a file, which takes the file's place only when the block ends well.

    Raises:
        InvalidFile: the file cannot be written, or is a device.
    """
    if _is_a_device(name):
        raise InvalidFile(
            fault("unwritable_file", detail=in_both("file.not_ordinary")).at(file=name)
        )
    target = Path(name).resolve()
    with _refusal_as_fault(name):
        handle, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        os.close(handle)
        beside = Path(made)
        try:
            yield beside
            beside.chmod(0o644)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _is_a_device(name: str) -> bool:
    target = Path(name).resolve()
    return target.exists() and not target.is_file()


@contextmanager
def _refusal_as_fault(name: str) -> Iterator[None]:
    """What the system refuses, as a fault of the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InvalidFile(fault("unwritable_file", detail=reason(error)).at(file=name)) from None


def reason(error: OSError) -> tuple[str, str]:
    """Why the system refused; where it is no usual reason, in its own words."""
    name = errno.errorcode.get(error.errno or 0, "")
    try:
        return in_both("file.refused", name)
    except KeyError:
        said = (error.strerror or str(error)).lower()
        return said, said


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
    try:
        is_text = path.is_file() and not is_workbook(name)
        return path.stat().st_size if is_text else None
    except (OSError, ValueError):
        return None
