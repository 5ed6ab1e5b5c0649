"""A case's own facts where the proof engine has unknowns, and what it then says of the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

import z3

from listing_rewards import Assessment, Bounds, Policy
from listing_rewards.engines.proof.arithmetic import Span
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.machine import ProofMachine
from listing_rewards.engines.proof.numbers import Number
from listing_rewards.engines.proof.unknowns import Unknowns
from listing_rewards.engines.symbolic import arithmetic
from listing_rewards.meaning.awards import Awards
from listing_rewards.meaning.settling import Together, settlements
from listing_rewards.values.money import LIMIT


def fits(stated: Unknowns) -> bool:
    """Whether a case is one of those that a proof is about.

    Every figure is a whole number of the parts in which an unknown one is counted, and what was
    paid for an award comes to less than an amount may be.
    """
    whole = all(number.scale in (100, 100_000) for number in stated.figures.values())
    return whole and all(number.value < LIMIT * number.scale for number in stated.paid.values())


def answers(unknowns: Unknowns, policy: Policy) -> dict[str, Any]:
    """What the engine says, by the names of an answer's parts."""
    return parts_of(ProofMachine(Facts(unknowns, policy)))


def parts_of(machine: ProofMachine) -> dict[str, Any]:
    """What an engine with its facts says, by the names of an answer's parts."""
    return dict(_answers(settlements(Awards(machine))))


def _answers(settled: list[Together[Span, Any, Any]]) -> Iterator[tuple[str, Any]]:
    for together in settled:
        for line in together.lines:
            name = line.granted.award.id
            yield f"{name}.truth", line.granted.truth
            yield f"{name}.nominal", line.granted.nominal
            for key in ("entitled", "payable", "withheld", "overpaid"):
                yield f"{name}.{key}", getattr(line, key)
        if together.group is not None and together.cap is not None:
            yield f"groups.{together.group}.cap", together.cap
            for key in ("entitled", "payable", "withheld", "overpaid"):
                yield f"groups.{together.group}.{key}", getattr(together, key)


def expected(answer: Assessment) -> dict[str, Any]:
    """The same parts of an answer of `assess`."""
    found: dict[str, Any] = {}
    for line in answer.lines:
        found[f"{line.award}.truth"] = str(line.truth)
        for key in ("nominal", "entitled", "payable", "withheld", "overpaid"):
            found[f"{line.award}.{key}"] = _ends(getattr(line, key))
    for group in answer.groups:
        for key in ("cap", "entitled", "payable", "withheld", "overpaid"):
            found[f"groups.{group.group}.{key}"] = _ends(getattr(group, key))
    return found


def _ends(of: Bounds) -> tuple[Fraction, Fraction | None]:
    return Fraction(of.at_least), None if of.at_most is None else Fraction(of.at_most)


def plain(part: Any) -> Any:
    """A part of the engine's answer whose facts are all plain."""
    if isinstance(part, arithmetic.Span):
        return plain_number(part.least), plain_number(part.most)
    return "met" if part.sure else "unknown" if part.maybe else "not_met"


def plain_number(number: Number) -> Fraction | None:
    """A number whose facts are all plain; None without a limit."""
    return None if number.open else Fraction(number.value, number.scale)


# ---- facts in place of unknowns ----------------------------------------------------------------


def formulas_in(part: Any) -> Iterator[Any]:
    """The formulas of a part, in a fixed order."""
    if isinstance(part, z3.ExprRef):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from formulas_in(getattr(part, field.name))
    elif isinstance(part, dict):
        for each in part.values():
            yield from formulas_in(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from formulas_in(each)


def values_in(part: Any, unknown: Any) -> Iterator[Any]:
    """The plain values that stand where another part has formulas, in the same order."""
    if isinstance(unknown, z3.ExprRef):
        yield z3.BoolVal(part) if isinstance(part, bool) else z3.IntVal(part)
    elif is_dataclass(unknown):
        for field in fields(unknown):
            yield from values_in(getattr(part, field.name), getattr(unknown, field.name))
    elif isinstance(unknown, dict):
        for key, each in unknown.items():
            yield from values_in(part[key], each)
    elif isinstance(unknown, list | tuple):
        for one, each in zip(part, unknown, strict=True):
            yield from values_in(one, each)


def filled_in(found: dict[str, Any], unknowns: Unknowns, stated: Unknowns) -> dict[str, Any]:
    """The engine's answer on unknowns, with a case's facts put in their place."""
    pairs = _pairs(unknowns, stated)

    def value(part: Any) -> Any:
        if not isinstance(part, z3.ExprRef):
            return part
        settled = z3.simplify(z3.substitute(part, *pairs))
        return z3.is_true(settled) if z3.is_bool(settled) else settled.as_long()

    def number(of: Number) -> Fraction | None:
        return None if value(of.open) else Fraction(value(of.value), of.scale)

    filled: dict[str, Any] = {}
    for name, part in found.items():
        if isinstance(part, arithmetic.Span):
            filled[name] = number(part.least), number(part.most)
        else:
            sure, maybe = map(value, part)
            filled[name] = "met" if sure else "unknown" if maybe else "not_met"
    return filled


def nothing_open(claims: list[Any], unknowns: Unknowns, stated: Unknowns) -> bool:
    """Whether every claim about the unknowns holds of a case's facts."""
    pairs = _pairs(unknowns, stated)
    return all(z3.is_true(z3.simplify(z3.substitute(each, *pairs))) for each in claims)


def _pairs(unknowns: Unknowns, stated: Unknowns) -> list[tuple[Any, Any]]:
    return list(zip(formulas_in(unknowns), values_in(stated, unknowns), strict=True))
