"""Rates as documents write them: percentages and per mille, exact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.values.money import LONGEST, exact, plain_signs, shortened

_RATE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<sign>[%‰])", re.ASCII)
_PLACES = {"%": 2, "‰": 3}


@exact
def read_rate(value: object, *, most: Decimal = Decimal(1)) -> Decimal:
    """A rate as the document writes it: ``"2%"`` is exactly 0.02, ``"5‰"`` exactly 0.005.

    Args:
        value: the text, or a `Decimal` from 0 to `most`.
        most: the largest rate, 1 (100%) unless said otherwise.

    Raises:
        InvalidAmount: for anything that is not a percentage, or one above `most`.

    >>> read_rate("2%")
    Decimal('0.02')
    """
    if isinstance(value, Decimal) and value.is_finite() and 0 <= value <= most:
        return value
    match = _RATE.fullmatch(plain_signs(value)) if isinstance(value, str) else None
    if match is None or len(match["number"]) > LONGEST:
        raise InvalidAmount(fault("not_a_rate", shortened(value)))
    rate = Decimal(match["number"]).scaleb(-_PLACES[match["sign"]])
    if rate > most:
        raise InvalidAmount(fault("rate_too_large", shortened(value), most=write_rate(most)))
    return rate


def read_factor(value: object) -> Decimal:
    """What an amount is multiplied by, up to ten times: ``"120%"`` is exactly 1.2.

    Raises:
        InvalidAmount: for anything that is not a percentage, or one above 1000%.

    >>> read_factor("120%")
    Decimal('1.20')
    """
    return read_rate(value, most=Decimal(10))


@exact
def write_rate(rate: Decimal) -> str:
    """The rate as a document writes it.

    >>> write_rate(Decimal("0.02"))
    '2%'
    """
    return f"{(rate * 100).normalize():f}%"


Rate = Annotated[
    Decimal,
    BeforeValidator(read_rate),
    PlainSerializer(write_rate, when_used="json"),
    WithJsonSchema({"type": "string", "description": "a percentage, such as 2%"}),
]
Factor = Annotated[
    Decimal,
    BeforeValidator(read_factor),
    PlainSerializer(write_rate, when_used="json"),
    WithJsonSchema({"type": "string", "description": "a percentage, such as 120%"}),
]
