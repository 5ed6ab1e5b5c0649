"""`verify`: records computed afresh, and where they differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import typer

from listing_rewards.audit.policies import unlike
from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import verify
from listing_rewards.cli.options import LangOption, day_of
from listing_rewards.cli.record_set import RecordSet, read_manifest, told_of_manifest
from listing_rewards.cli.terminal import FINDINGS, UNUSABLE, report_faults, reporting, tell, watched
from listing_rewards.cli.verified import Verified
from listing_rewards.errors import InvalidFile, InvalidRecord, Lang, fault
from listing_rewards.files.reading.json_documents import Document, json_form_of, read_documents
from listing_rewards.files.streams import open_text
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say

_ELSEWHERE, _AGAIN = "another_policy", "once_more"
_NO_FINDING = {"identical", "same_amounts", _AGAIN}


FormOption = Annotated[
    Literal["text", "json", "jsonl"],
    typer.Option("--format", help="verify_format"),
]
JsonFormOption = Annotated[
    str | None,
    typer.Option("--input-format", help="records_format"),
]
GivenPolicyOption = Annotated[
    str | None,
    typer.Option("--policy", "-p", help="verify_policy"),
]
GivenDayOption = Annotated[
    str | None,
    typer.Option("--as-of", help="verify_as_of"),
]
ManifestOption = Annotated[
    str | None,
    typer.Option("--manifest", help="manifest"),
]


def verify_command(
    files: Annotated[list[str], typer.Argument(help="records")],
    form: FormOption = "text",
    input_format: JsonFormOption = None,
    policy: GivenPolicyOption = None,
    as_of: GivenDayOption = None,
    manifest: ManifestOption = None,
    lang: LangOption = "en",
) -> None:
    """Compute records afresh, and tell which are identical and where the others differ."""
    unusable: list[str] = []
    outcomes: Counter[str] = Counter()
    whole = True
    with reporting(lang):
        given = None if policy is None else load_policy(policy)
        stated = None if manifest is None else read_manifest(manifest, files)
        every = _all(files, input_format, given, unusable, lang)
        run = RecordSet(None if as_of is None else day_of(as_of))
        _print(watched(_counted(run.placed(every), outcomes), lang), form, lang)
        _summarise(outcomes, policy, lang)
        for line in run.summary(lang):
            tell(line)
        if stated is not None and not unusable:
            whole = told_of_manifest(stated, run, files[0], lang)
    if unusable:
        tell(say("verify.unusable", lang, n=len(unusable)))
        raise typer.Exit(UNUSABLE)
    findings = any(count for kind, count in outcomes.items() if kind not in _NO_FINDING)
    if findings or run.found or not whole:
        raise typer.Exit(FINDINGS)


def _print(verified: Iterable[Verified], form: str, lang: Lang) -> None:
    if form == "json":
        entries = [each.entry() for each in verified]
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    for each in verified:
        entry = each.text(lang) if form == "text" else json.dumps(each.entry(), ensure_ascii=False)
        typer.echo(entry)


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
) -> Iterator[Verified]:
    """What came of every document of every file; a file that cannot be used does not stop it."""
    for name in files:
        try:
            yield from _in(name, asked, policy)
        except InvalidFile as error:
            report_faults(error.faults, lang)
            unusable.append(name)


def _in(name: str, asked: str | None, policy: Policy | None) -> Iterator[Verified]:
    form, empty = json_form_of(name, asked), True
    with open_text(name) as text:
        for document in read_documents(text, name, form):
            empty = False
            yield _verified(document, policy)
    if empty:
        raise InvalidFile(fault("no_records").at(file=name))


def _verified(document: Document, policy: Policy | None) -> Verified:
    if document.faults:
        return Verified(document, None, document.faults)
    try:
        verification = verify(Record.model_validate(document.content))
    except InvalidRecord as error:
        return Verified(document, None, error.faults)
    afresh = verification.assessment
    differs = unlike(afresh.policy, policy) if afresh and policy else ()
    return Verified(document, verification, unlike=differs)


def _counted(verified: Iterable[Verified], outcomes: Counter[str]) -> Iterator[Verified]:
    for each in verified:
        outcomes[each.outcome] += 1
        outcomes[_ELSEWHERE] += bool(each.unlike)
        outcomes[_AGAIN] += bool(each.same_as)
        yield each
