"""Amounts of money in a document are written with their unit: 元, 万元 or 亿元.

A policy in JSON is what the library wrote, in yuan; a document is what a person wrote, who thinks
in 万元 as often as in yuan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BeforeValidator

from listing_rewards.errors import Fault, fault
from listing_rewards.policy.amounts import FixedAmount
from listing_rewards.policy.content import Content
from listing_rewards.policy.fact_kinds import FigureKind
from listing_rewards.policy.recurring import first_of
from listing_rewards.strict import Strict
from listing_rewards.values.money import plain_signs, read_figure, read_yuan

_BARE = re.compile(r"-?[\d,.]+", re.ASCII)
_QUANTITY_KEYS = ("figure", "of", "per")
"""The keys of a part that name the figure or event whose numbers it states."""


def without_unit(written: Mapping[str, Any], policy: Content) -> Iterator[Fault]:
    """The amounts of a document that are bare numbers other than 0.

    Args:
        written: the document as it is written.
        policy: what was read of it, which may have inherited more.
    """
    for name, value in written.items():
        yield from _within(value, getattr(policy, name, None), name, policy, "")


def _within(written: Any, part: Any, path: str, policy: Content, quantity: str) -> Iterator[Fault]:
    """Bare amounts in a part; `quantity` is the figure or event that the part around is about."""
    if isinstance(part, FixedAmount) and not isinstance(written, Mapping):
        yield from bare_amount(written, path)
    elif isinstance(part, tuple) and isinstance(written, list):
        by_id = {each.id: each for each in part if hasattr(each, "id")}
        for i, value in enumerate(written):
            name = value.get("id") if by_id else None
            inner, where = (
                (part[i], f"{path}[{i}]") if name is None
                else (first_of(by_id, name), f"{path}.{name}")
            )  # fmt: skip
            yield from _within(value, inner, where, policy, quantity)
    elif isinstance(written, Mapping) and isinstance(part, Mapping):
        for key, value in written.items():
            yield from _within(value, first_of(part, key), f"{path}.{key}", policy, quantity)
    elif isinstance(written, Mapping) and isinstance(part, Strict):
        quantity = next(
            (getattr(part, key) for key in _QUANTITY_KEYS if hasattr(part, key)), quantity
        )
        for key, value in written.items():
            if _is_of_yuan(part, key, quantity, policy):
                yield from bare_amount(value, f"{path}.{key}")
            else:
                yield from _within(
                    value, getattr(part, key, None), f"{path}.{key}", policy, quantity
                )


def _is_of_yuan(part: Strict, key: str, quantity: str | None, policy: Content) -> bool:
    """Whether a field is an amount of money, or a bound of something that is counted in yuan."""
    if key != "above" and not _reads(part, key, read_figure):
        return _reads(part, key, read_yuan)
    kind = part if isinstance(part, FigureKind) else policy.figures.get(quantity or "")
    return kind.unit == "yuan" if kind else key != "every"


def _reads(part: Strict, key: str, reader: Callable[..., object]) -> bool:
    """Whether a field is read by this function."""
    field = type(part).model_fields.get(key)
    if field is None:
        return False
    notes = [*field.metadata, *_notes(field.annotation)]
    return any(isinstance(note, BeforeValidator) and note.func is reader for note in notes)


def _notes(annotation: Any) -> Iterator[Any]:
    """What is annotated within a type."""
    for inner in get_args(annotation):
        yield inner
        yield from _notes(inner)


def bare_amount(value: Any, path: str) -> Iterator[Fault]:
    """The fault of an amount other than 0 that is written without its unit, if it is."""
    text = plain_signs(str(value))
    if _BARE.fullmatch(text) and text.strip("0.,"):
        yield fault("no_unit_written", text, path=path, yuan=f'"{text}元"', wan=f'"{text}万元"')
