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
from listing_rewards.cli.screen import SHOWN, UNUSABLE, complain, tell, telling, watched
from listing_rewards.errors import Fault, InvalidFile, InvalidRecord, fault
from listing_rewards.policy.catalogue import load_policy
from listing_rewards.policy.diff import diff
from listing_rewards.policy.model import Policy
from listing_rewards.tables.documents import Document, json_form_of, read_documents
from listing_rewards.tables.files import open_text

_REFUSED = ("NOT A RECORD", "不是核算记录")
_SUMMARY = (
    "{read} records read: {identical} identical, {same_amounts} of another version with the same "
    "amounts, {different} different, {altered} altered, {refused} refused.",
    "共读取{read}份记录：一致{identical}份，由其他版本生成且金额一致{same_amounts}份，"
    "不一致{different}份，已被改动{altered}份，不能读取{refused}份。",
)
_OTHER = (
    "its policy is not the one given: {paths}",
    "其政策与所给政策不同：{paths}",
)
_OTHERS = ("{n} under another policy than {id}.", "其中{n}份所依据的政策与 {id} 不同。")
_UNREAD = ("{n} of the files cannot be used.", "其中{n}个文件无法使用。")
_ELSEWHERE = "another_policy"
_GOOD = {"identical", "same_amounts"}


@dataclass(frozen=True, slots=True)
class _Verified:
    """What came of one document of a file: a verification, or why it is no record.

    Attributes:
        document: the document.
        verification: what came of it; None where it is no record.
        faults: why it is none.
        unlike: where its policy differs from the one given, if one is.
    """

    document: Document
    verification: Verification | None
    faults: tuple[Fault, ...] = ()
    unlike: tuple[str, ...] = ()

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
        if self.unlike:
            shown = ", ".join(self.unlike[:SHOWN])
            shown += ", …" if len(self.unlike) > SHOWN else ""
            said.append(_OTHER[lang == "zh"].format(paths=shown))
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
            found |= {"policy_differs": list(self.unlike)}
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
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy", "-p", help="Also tell which records rest on another policy than this one."
        ),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Compute records afresh, and tell which are identical and where the others differ.

    Exit status: 0 every record is identical, or of another version with the same amounts; 1 one
    differs, was altered, is no record or rests on another policy than the one given; 2 a file
    cannot be used at all.
    """
    unusable: list[str] = []
    outcomes: Counter[str] = Counter()
    with telling(lang):
        given = None if policy is None else load_policy(policy)
        verified = _counted(_all(files, input_format, given, unusable, lang), outcomes)
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
    tell(_SUMMARY[lang == "zh"].format(read=sum(counts.values()), **counts))
    if outcomes[_ELSEWHERE]:
        tell(_OTHERS[lang == "zh"].format(n=outcomes[_ELSEWHERE], id=policy))
    if unusable:
        tell(_UNREAD[lang == "zh"].format(n=len(unusable)))
        raise typer.Exit(UNUSABLE)
    if any(count for kind, count in outcomes.items() if kind not in _GOOD):
        raise typer.Exit(FINDINGS)


def _all(
    files: Iterable[str],
    asked: str | None,
    policy: Policy | None,
    unusable: list[str],
    lang: Lang,
) -> Iterator[_Verified]:
    """What came of every document of every file; a file that cannot be used does not stop it."""
    for name in files:
        try:
            yield from _in(name, asked, policy)
        except InvalidFile as error:
            complain(error.faults, lang)
            unusable.append(name)


def _in(name: str, asked: str | None, policy: Policy | None) -> Iterator[_Verified]:
    form, empty = json_form_of(name, asked), True
    with open_text(name) as text:
        for document in read_documents(text, name, form):
            empty = False
            yield _verified(document, policy)
    if empty:
        raise InvalidFile(fault("no_records").at(file=name))


def _verified(document: Document, policy: Policy | None) -> _Verified:
    if document.faults:
        return _Verified(document, None, document.faults)
    try:
        verification = verify(Record.model_validate(document.content))
    except InvalidRecord as error:
        return _Verified(document, None, error.faults)
    afresh = verification.assessment
    unlike = _unlike(afresh.policy, policy) if afresh and policy else ()
    return _Verified(document, verification, unlike=unlike)


def _unlike(found: Policy, given: Policy) -> tuple[str, ...]:
    """Where a policy differs from the one given, in content or in what it is called."""
    named = [name for name in ("id", "document") if getattr(found, name) != getattr(given, name)]
    return (*named, *(change.path for change in diff(given, found)))


def _counted(verified: Iterable[_Verified], outcomes: Counter[str]) -> Iterator[_Verified]:
    for each in verified:
        outcomes[each.outcome] += 1
        outcomes[_ELSEWHERE] += bool(each.unlike)
        yield each
