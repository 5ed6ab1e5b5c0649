"""`verify`: records computed afresh, and where they differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

import typer

from listing_rewards.audit.canonical import digest
from listing_rewards.audit.comparing import Found
from listing_rewards.audit.policies import unlike, unlike_text
from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import Verification, verify
from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import FINDINGS, UNUSABLE, report_faults, reporting, tell, watched
from listing_rewards.errors import Fault, InvalidFile, InvalidRecord, Lang, fault
from listing_rewards.files.reading.json_documents import Document, json_form_of, read_documents
from listing_rewards.files.streams import open_text
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy
from listing_rewards.report.page.signs import visible
from listing_rewards.strict import path_of
from listing_rewards.words import say

_PLACES = 10
"""So many places at which a policy is another are told with their values."""
_ELSEWHERE, _AGAIN = "another_policy", "once_more"
_NO_FINDING = {"identical", "same_amounts", _AGAIN}


@dataclass(frozen=True, slots=True)
class _Verified:
    """What came of one document of a file: a verification, or why it is no record.

    Attributes:
        document: the document.
        verification: what came of it; None where it is no record.
        faults: why it is none.
        unlike: where its policy differs from the one given, if one is.
        same_as: where the same record stood before; empty if nowhere.
    """

    document: Document
    verification: Verification | None
    faults: tuple[Fault, ...] = ()
    unlike: tuple[Found, ...] = ()
    same_as: str = ""

    @property
    def outcome(self) -> str:
        """The outcome of the verification; ``refused`` where there is none."""
        return "refused" if self.verification is None else self.verification.outcome

    def text(self, lang: Lang) -> str:
        """The outcome behind its place, and further lines indented below it."""
        if self.verification is None:
            faults = (visible(each.sentence(lang)) for each in self.faults)
            said = [say("verify.refused", lang), *map(str, faults)]
        else:
            said = self.verification.explain(lang).splitlines()
        if self.same_as:
            said.append(say("verify.same_record", lang, place=self.same_as))
        if self.unlike:
            said.append(say("verify.other_policy", lang))
            said += [f"    {unlike_text(each, lang)}" for each in self.unlike[:_PLACES]]
        if len(self.unlike) > _PLACES:
            said.append("    " + say("verify.more", lang, n=len(self.unlike) - _PLACES))
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
            found |= {
                "policy_differs": [
                    {"path": path_of(each.place), "stated": each.stated, "given": each.computed}
                    for each in self.unlike
                ],
                "same_as": self.same_as or None,
            }
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
            "--policy", "-p", help="Also tell which records rest on another policy, and where."
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
    with reporting(lang):
        given = None if policy is None else load_policy(policy)
        every = _all(files, input_format, given, unusable, lang)
        verified = _counted(_with_repeats(every), outcomes)
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
    _summarise(outcomes, policy, lang)
    if unusable:
        tell(say("verify.unusable", lang, n=len(unusable)))
        raise typer.Exit(UNUSABLE)
    if any(count for kind, count in outcomes.items() if kind not in _NO_FINDING):
        raise typer.Exit(FINDINGS)


def _summarise(outcomes: Counter[str], policy: str | None, lang: Lang) -> None:
    """Every record accounted for, and what was not looked at."""
    kinds = ("identical", "same_amounts", "different", "altered", "refused")
    counts = {kind: outcomes[kind] for kind in kinds}
    tell(say("verify.summary", lang, read=sum(counts.values()), **counts))
    if outcomes[_AGAIN]:
        tell(say("verify.same_records", lang, n=outcomes[_AGAIN]))
    if policy is None and sum(counts.values()) > counts["refused"]:
        tell(say("verify.not_compared", lang))
    if outcomes[_ELSEWHERE]:
        tell(say("verify.under_another", lang, n=outcomes[_ELSEWHERE], id=policy))


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
            report_faults(error.faults, lang)
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
    differs = unlike(afresh.policy, policy) if afresh and policy else ()
    return _Verified(document, verification, unlike=differs)


def _with_repeats(verified: Iterable[_Verified]) -> Iterator[_Verified]:
    """The same, each that says what an earlier one says told so, however its digests are."""
    places: dict[str, str] = {}
    for each in verified:
        if each.verification is None:
            yield each
            continue
        content = each.verification.record.model_dump(mode="json", exclude={"digests"})
        said = digest(content)
        yield replace(each, same_as=places.get(said, ""))
        places.setdefault(said, each.document.place)


def _counted(verified: Iterable[_Verified], outcomes: Counter[str]) -> Iterator[_Verified]:
    for each in verified:
        outcomes[each.outcome] += 1
        outcomes[_ELSEWHERE] += bool(each.unlike)
        outcomes[_AGAIN] += bool(each.same_as)
        yield each
