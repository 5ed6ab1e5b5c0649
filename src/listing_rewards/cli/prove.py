"""`policy prove`: what holds of a policy for every enterprise, with a case for what does not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import FINDINGS, reporting
from listing_rewards.errors import InvalidFile, InvalidPolicy, Lang, fault
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say

if TYPE_CHECKING:
    from listing_rewards.proof import Proof

NumberOfEvents = Annotated[int, typer.Option("--events", help="most_events")]
Seconds = Annotated[float, typer.Option("--seconds", help="seconds")]
Cases = Annotated[
    str | None,
    typer.Option("--cases", metavar="DIR", help="cases_folder"),
]


def prove_command(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="ID|PATH...", help="proved_documents"),
    ],
    as_before: Annotated[bool, typer.Option("--same", help="same")] = False,
    events: NumberOfEvents = 2,
    seconds: Seconds = 60,
    cases: Cases = None,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="programs_format")
    ] = "text",
    lang: LangOption = "en",
) -> None:
    """Prove what holds of a policy for every enterprise, or show a case in which it does not."""
    with reporting(lang):
        from listing_rewards.proof import prove, same
        from listing_rewards.proof.sentences import as_data

        policies = [load_policy(each) for each in documents]
        named = {id(policy): name for policy, name in zip(policies, documents, strict=True)}
        if len(policies) != 1 + as_before:
            code = "two_to_compare" if as_before else "one_to_prove"
            raise InvalidPolicy(fault(code, len(policies)))
        if as_before:
            a, b = policies
            proof = same(a, b, events=events, seconds=seconds)
            head = say("proof.head_same", lang, a=a.id, b=b.id)
        else:
            proof = prove(policies[0], events=events, seconds=seconds)
            head = say("proof.head", lang, policy=policies[0].id)
        written = [] if cases is None else list(write_cases(proof, cases, named, lang))
    if form == "json":
        typer.echo(json.dumps(as_data(proof, seconds), ensure_ascii=False, indent=2))
    else:
        typer.echo(
            "\n".join([head, *outcome_lines(proof, seconds, lang), summary(proof, lang), *written])
        )
    if not proof.proved:
        raise typer.Exit(FINDINGS)


def outcome_lines(proof: Proof, seconds: float, lang: Lang) -> Iterator[str]:
    """The bounds, then each law with its case where somebody should look at it."""
    from listing_rewards.proof.sentences import Sentences

    sentences = Sentences(proof, lang)
    yield sentences.bounds()
    yield ""
    for each in proof.outcomes:
        yield sentences.line(each, seconds)
        if each.status == "counterexample" or each.law in ("gives_more", "gives_less"):
            yield from (f"    {case}" for case in sentences.cases(each))
    yield ""


def summary_effect(proof: Proof, lang: Lang) -> str:
    """How many differences there are, are proved not to be, and are not decided."""
    return say(
        "proof.summary_effect",
        lang,
        shown=sum(each.status == "shown" for each in proof.outcomes),
        never=sum(each.status == "never" for each in proof.outcomes),
        open=sum(not each.decided for each in proof.outcomes),
    )


def summary(proof: Proof, lang: Lang) -> str:
    """How many laws hold, are shown by a case, are to be looked at, and are not decided."""
    findings = [each for each in proof.outcomes if each.finding]
    undecided = [each for each in proof.outcomes if not each.decided]
    return say(
        "proof.summary",
        lang,
        holds=sum(each.status == "holds" for each in proof.outcomes),
        shown=sum(each.status == "shown" for each in proof.outcomes),
        findings=len(findings),
        open=len(undecided),
    )


def write_cases(
    proof: Proof, folder: str, documents: Mapping[int, str], lang: Lang
) -> Iterator[str]:
    """Write each case as a file, and say how to replay it.

    Args:
        proof: the proof.
        folder: where to write them; it is made if it is not there.
        documents: what each policy was named on the command line, by its identity.
        lang: the language.

    Raises:
        InvalidFile: a file of that name is there, or it cannot be written.
    """
    for each in proof.outcomes:
        for number, situation in enumerate(each.situations, 1):
            last = f"-{number}" if len(each.situations) > 1 else ""
            name = "-".join(part for part in (each.law, each.subject) if part)
            path = Path(folder) / f"{name}{last}.json"
            text = situation.case.model_dump_json(indent=2, exclude_defaults=True) + "\n"
            _write(path, text)
            yield say(
                "proof.written",
                lang,
                file=path.as_posix(),
                policy=documents[id(situation.policy)],
                day=situation.as_of,
            )


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        raise InvalidFile(fault("file_exists").at(file=str(path))) from None
    except OSError as error:
        raise InvalidFile(
            fault("unwritable_file", detail=error.strerror).at(file=str(path))
        ) from None
