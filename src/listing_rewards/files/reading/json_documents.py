"""The documents of a JSON or JSON Lines file, each with its place, those after a broken one too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TextIO, TypeAlias

from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.streams import format_of
from listing_rewards.strict import read_json

JsonForm: TypeAlias = Literal["json", "jsonl"]
_OPENING = ("{", "[")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file as written, or what is wrong with its line.

    Attributes:
        file: the file it was read from.
        number: its line in the file, from 1; 0 for a file that holds one JSON document.
        within: its place in a list, such as ``[1]``.
        content: what it states; None where the line is not JSON.
        faults: why the line is not JSON.
    """

    file: str
    number: int
    within: str
    content: object
    faults: tuple[Fault, ...] = ()

    @property
    def place(self) -> str:
        """File and line, or file and place in the list, in short."""
        return f"{self.file}:{self.number}" if self.number else f"{self.file}{self.within}"


def json_form_of(name: str, asked: str | None) -> JsonForm:
    """As `format_of`, where a table is of no use; JSON Lines on standard streams.

    Raises:
        InvalidFile: neither JSON nor JSON Lines.
    """
    form = format_of(name, asked, default="jsonl", among=("json", "jsonl"))
    return "json" if form == "json" else "jsonl"


def read_documents(text: TextIO, name: str, form: JsonForm) -> Iterator[Document]:
    """Every document of an open file in order: of a JSON list each member, or each line.

    Raises:
        InvalidFile: the file is to be one JSON document and is not, or is to be JSON Lines and is
            one document over several lines.
    """
    return _from_json(text, name) if form == "json" else _from_json_lines(text, name)


def _from_json(text: TextIO, name: str) -> Iterator[Document]:
    content = text.read()
    if not content.strip():
        return
    try:
        document = read_json(content)
    except ListingRewardsError as error:
        raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None
    if not isinstance(document, list):
        yield Document(name, 0, "", document)
        return
    for index, each in enumerate(document):
        yield Document(name, 0, f"[{index}]", each)


def _from_json_lines(text: TextIO, name: str) -> Iterator[Document]:
    filled: Iterator[tuple[int, str]] = (
        (number, line) for number, line in enumerate(text, start=1) if line.strip()
    )
    first = next(filled, None)
    if first is None:
        return
    begun = _of_line(*first, name)
    if begun.faults and first[1].lstrip().startswith(_OPENING):
        rest = list(filled)
        if _over_several_lines(first[1], [line for _, line in rest]):
            raise InvalidFile(fault("one_json_document").at(file=name))
        filled = iter(rest)
    yield begun
    yield from (_of_line(number, line, name) for number, line in filled)


def _of_line(number: int, line: str, name: str) -> Document:
    try:
        return Document(name, number, "", read_json(line.rstrip("\r\n")))
    except ListingRewardsError as error:
        return Document(name, number, "", None, error.faults)


def _over_several_lines(first: str, rest: list[str]) -> bool:
    """Whether lines of which the first is not JSON are one document: as a whole, or by its begin.

    A bracket alone on the first line, and no document on the next, begins one that is broken.
    """
    if _is_json("".join((first, *rest))):
        return True
    return first.strip() in _OPENING and bool(rest) and not _is_json(rest[0])


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (RecursionError, ValueError):
        return False
    return True
