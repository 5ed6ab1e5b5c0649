"""The documents of a JSON or JSON Lines file, each with its place, those after a broken one too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TextIO, TypeAlias

from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.strict import read_json
from listing_rewards.tables.files import format_of

JsonForm: TypeAlias = Literal["json", "jsonl"]


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
    form = format_of(name, asked, default="jsonl")
    if form == "csv" or form == "xlsx":
        raise InvalidFile(fault("unknown_format", form, accepted=("json", "jsonl")).at(file=name))
    return form


def read_documents(text: TextIO, name: str, form: JsonForm) -> Iterator[Document]:
    """Every document of an open file in order: of a JSON list each member, or each line.

    Raises:
        InvalidFile: the file is to be one JSON document and is not.
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
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        try:
            yield Document(name, number, "", read_json(line))
        except ListingRewardsError as error:
            yield Document(name, number, "", None, error.faults)
