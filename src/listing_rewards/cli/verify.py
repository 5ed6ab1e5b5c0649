"""`verify`: records computed afresh, and where they differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import typer

from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import Verification, verify
from listing_rewards.cli.assess import FINDINGS
from listing_rewards.cli.options import Lang, LangOption
from listing_rewards.cli.screen import UNUSABLE, complain, tell, telling, watched
from listing_rewards.errors import Fault, InvalidFile, InvalidRecord, fault
from listing_rewards.tables.documents import Document, json_form_of, read_documents
from listing_rewards.tables.files import open_text

_REFUSED = ("NOT A RECORD", "不是核算记录")
_SUMMARY = (
    "{read} records read: {identical} identical, {same_amounts} of another version with the same "
    "amounts, {different} different, {altered} altered, {refused} refused.",
    "共读取{read}份记录：一致{identical}份，由其他版本生成且金额一致{same_amounts}份，"
    "不一致{different}份，已被改动{altered}份，不能读取{refused}份。",
)
_UNREAD = ("{n} of the files cannot be used.", "其中{n}个文件无法使用。")
_GOOD = {"identical", "same_amounts"}


@dataclass(frozen=True, slots=True)
class _Verified:
    """What came of one document of a file: a verification, or why it is no record."""

    document: Document
    verification: Verification | None
    faults: tuple[Fault, ...] = ()

    @property
    def outcome(self) -> str:
        """The outcome of the verification; ``refused`` where there is none."""
        return "refused" if self.verification is None else self.verification.outcome

    def text(self, lang: Lang) -> str:
        """The outcome behind its place, and further lines indented below it."""
        if self.verification is None:
            said = [_REFUSED[lang == "zh"], *(each.sentence(lang) for each in self.faults)]
        else:
            said = self.verification.explain(lang).splitlines()
        joint = ": " if lang == "en" else "："
        return self.document.place + joint + "\n    ".join(said)

    def entry(self) -> dict[str, Any]:
        """The same for programs; the amounts are those that the record states."""
        found: dict[str, Any] = {
            "file": self.document.file,
            "line": self.document.number or None,
            "within": self.document.within or None,
            "outcome": self.outcome,
        }
        if self.verification is not None:
            told = self.verification
            found |= {"enterprise": told.enterprise, "version": told.record.version}
            found |= {key: told.record.result.get(key) for key in ("payable", "payable_at_most")}
            found |= told.model_dump(mode="json", include={"altered", "difference"})
        faults = self.verification.faults if self.verification is not None else self.faults
        found["faults"] = [
            {"code": each.code, "path": each.path, "en": each.sentence(), "zh": each.sentence("zh")}
            for each in faults
        ]
        return found


def verify_command(
    files: Annotated[
        list[str], typer.Argument(help="JSON or JSON Lines files of records; - to read.")
    ],
    form: Annotated[
        Literal["text", "json", "jsonl"],
        typer.Option("--format", help="For people, or an entry a record as JSON or JSON Lines."),
    ] = "text",
    input_format: Annotated[
        str | None,
        typer.Option("--input-format", help="json or jsonl, where the suffix does not tell."),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Compute records afresh, and tell which are identical and where the others differ.

    Exit status: 0 every record is identical, or of another version with the same amounts; 1 one
    differs, was altered or is no record; 2 a file cannot be used at all.
    """
    unusable: list[str] = []
    outcomes: Counter[str] = Counter()
    with telling(lang):
        verified = _counted(_all(files, input_format, unusable, lang), outcomes)
        if form == "json":
            entries = [each.entry() for each in watched(verified, lang)]
            typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        else:
            for each in watched(verified, lang):
                typer.echo(
                    each.text(lang)
                    if form == "text"
                    else json.dumps(each.entry(), ensure_ascii=False)
                )
    kinds = ("identical", "same_amounts", "different", "altered", "refused")
    counts = {kind: outcomes[kind] for kind in kinds}
    tell(_SUMMARY[lang == "zh"].format(read=outcomes.total(), **counts))
    if unusable:
        tell(_UNREAD[lang == "zh"].format(n=len(unusable)))
        raise typer.Exit(UNUSABLE)
    if set(outcomes) - _GOOD:
        raise typer.Exit(FINDINGS)


def _all(
    files: Iterable[str], asked: str | None, unusable: list[str], lang: Lang
) -> Iterator[_Verified]:
    """What came of every document of every file; a file that cannot be used does not stop it."""
    for name in files:
        try:
            yield from _in(name, asked)
        except InvalidFile as error:
            complain(error.faults, lang)
            unusable.append(name)


def _in(name: str, asked: str | None) -> Iterator[_Verified]:
    form, empty = json_form_of(name, asked), True
    with open_text(name) as text:
        for document in read_documents(text, name, form):
            empty = False
            yield _verified(document)
    if empty:
        raise InvalidFile(fault("no_records").at(file=name))


def _verified(document: Document) -> _Verified:
    if document.faults:
        return _Verified(document, None, document.faults)
    try:
        return _Verified(document, verify(Record.model_validate(document.content)))
    except InvalidRecord as error:
        return _Verified(document, None, error.faults)


def _counted(verified: Iterable[_Verified], outcomes: Counter[str]) -> Iterator[_Verified]:
    for each in verified:
        outcomes[each.outcome] += 1
        yield each
