"""`policy cases` and `policy try`: cases beside a policy's numbers, decided by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.case import Case, Event, Payment
from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import FINDINGS, reporting
from listing_rewards.comparison.edges import edge_cases
from listing_rewards.comparison.trial import TrialFile, amount_said, try_cases
from listing_rewards.engines.exact import assess
from listing_rewards.errors import InvalidFile, Lang, ListingRewardsError, fault
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.policy.toml import read_toml
from listing_rewards.values.money import write_number, write_yuan
from listing_rewards.values.rate import write_rate
from listing_rewards.words import say


def cases_command(
    policy_id: Annotated[str, typer.Argument(metavar="ID|PATH", help="policy_id")],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="cases_output"),
    ] = None,
    every_branch: Annotated[
        bool,
        typer.Option(
            "--every-branch",
            help="every_branch",
        ),
    ] = False,
    lang: LangOption = "zh",
) -> None:
    """Write a case on each side of every number and day of a policy, to be decided by hand."""
    with reporting(lang):
        policy = load_policy(policy_id)
        named = policy_id if policy_id in list_policies() else _relative(policy_id, output)
        text = "\n".join(_written(policy, named, output, lang, every_branch=every_branch)) + "\n"
        if output is not None:
            _write(output, text)
    typer.echo(text if output is None else say("trial.written", lang, file=output))


def try_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="cases_file")],
    lang: LangOption = "zh",
) -> None:
    """Compare what was decided by hand with what the library says, case by case."""
    with reporting(lang):
        trial = _read(file)
        policy = _policy_of(trial, file)
        with _named(file):
            outcomes = try_cases(trial, policy)
    for number, each in enumerate(outcomes, 1):
        values = {"number": number, "about": each.case.about, "says": each.says}
        if each.agrees is False:
            expected = each.case.expected
            typer.echo(say("trial.differs", lang, **values, expected=expected))
        if each.changed:
            typer.echo(say("trial.changed", lang, **values, before=each.case.says))
    filled = [each for each in outcomes if each.agrees is not None]
    differing = [each for each in filled if not each.agrees]
    counts = {"cases": len(outcomes), "filled": len(filled), "differing": len(differing)}
    typer.echo(say("trial.summary", lang, **counts))
    if differing or any(each.changed for each in outcomes):
        raise typer.Exit(FINDINGS)


def _written(
    policy: Policy, named: str, output: str | None, lang: Lang, *, every_branch: bool
) -> Iterator[str]:
    """The lines of a file of cases."""
    from listing_rewards.cli.draft_values import toml

    yield f"# {say('trial.head', lang, title=policy.document.title.say(lang))}"
    yield f"# {say('trial.fill_in', lang, file=output or 'cases.toml')}"
    cases = edge_cases(policy)
    if every_branch:
        from listing_rewards.proof.branches import branches_beside

        branches = branches_beside(cases, policy)
        cases += branches.cases
        yield from (f"# {each}" for each in branches.in_words(lang))
    yield ""
    yield f"policy = {toml(named)}"
    for each in cases:
        said = amount_said(assess(each.case, policy, as_of=each.as_of))
        yield from ("", "[[case]]", f"about = {toml(each.about[lang == 'zh'])}")
        yield from (f"as_of = {each.as_of}", *_stated(each.case, policy))
        yield from (f"says = {toml(said)}", 'expected = ""')


def _stated(case: Case, policy: Policy) -> Iterator[str]:
    """What a case states, amounts with their unit, days without quotes."""
    from listing_rewards.cli.draft_values import toml

    for key, events in (("events", case.events), ("payments", case.payments)):
        if events:
            yield f"{key} = [{', '.join(map(_dated, events))}]"
    for key, pairs in (
        ("figures", {name: _figure(policy, name, x) for name, x in case.figures.items()}),
        ("flags", case.flags),
        ("attributes", case.attributes),
        ("approved", {name: _yuan(x) for name, x in case.approved.items()}),
        ("applied", dict(case.applied)),
    ):
        if pairs:
            inner = ", ".join(f"{_key(name)} = {toml(each)}" for name, each in pairs.items())
            yield f"{key} = {{ {inner} }}"
    if case.absent:
        yield f"absent = {toml(list(case.absent))}"


def _dated(part: Event | Payment) -> str:
    """An event or payment on one line."""
    from listing_rewards.cli.draft_values import toml

    named = ("kind", part.kind) if isinstance(part, Event) else ("award", part.award)
    amount = "" if part.amount is None else f", amount = {toml(_yuan(part.amount))}"
    return f"{{ {named[0]} = {toml(named[1])}, on = {part.on}{amount} }}"


def _yuan(amount: Decimal) -> str:
    return f"{write_yuan(amount)}元"


def _figure(policy: Policy, name: str, number: Decimal) -> str:
    unit = policy.figures[name].unit
    if unit == "percent":
        return write_rate(number)
    return _yuan(number) if unit == "yuan" else write_number(number)


def _key(name: str) -> str:
    from listing_rewards.cli.draft_values import key_text

    return key_text((name,))


def _read(file: str) -> TrialFile:
    """The file of cases, every fault of it at once."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidFile(fault("unreadable_file", detail=error).at(file=file)) from None
    with _named(file):
        return TrialFile.model_validate(read_toml(text))


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Name the file in every fault of what is done with it."""
    try:
        yield
    except ListingRewardsError as error:
        raise type(error)(*(each.at(file=file) for each in error.faults)) from None


def _policy_of(trial: TrialFile, file: str) -> Policy:
    shipped = trial.policy in list_policies()
    return load_policy(trial.policy if shipped else Path(file).parent / trial.policy)


def _relative(path: str, output: str | None) -> str:
    """The path of a policy as seen from the file that is written."""
    folder = Path(output).parent if output else Path()
    return Path(os.path.relpath(path, folder)).as_posix()


def _write(file: str, text: str) -> None:
    """Write a new file; one that is there, perhaps filled in by hand, stays as it is."""
    try:
        with Path(file).open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        raise InvalidFile(fault("file_exists").at(file=file)) from None
    except OSError as error:
        raise InvalidFile(fault("unwritable_file", detail=error.strerror).at(file=file)) from None
