"""Parts in the words of a clause: of a base, each at its own rate, and of a sum that is shared.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import BandsAmount, FixedAmount
from listing_rewards.policy.grants import LevelShare
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    amounts_of,
    number_of,
    otherwise,
    quantity_named,
    words_of,
    yuan,
)
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import exact
from listing_rewards.values.rate import write_rate

_EACH_PART = re.compile(
    r"累进|累退|分段(?:计算|计奖|累计)"
    r"|(?:\d(?:亿|万)?元?|以[上下内]|至[^。;,]{1,12})(?:\(不?含(?:本数)?\))?(?:以[上下内])?的?部分"
    r"|超[过出]?的?部分(?!,?不)"
)
_BEYOND_THIS = re.compile(
    r"(?:超过|超出|以上)[^。;]{0,16}每(?:再)?(?:增加|增|新增|超过|超出|超|多)|在此基础上[^。;]{0,6}每"
)
_NUMBER = r"[1-9]\d{0,2}(?:\.\d)?"
_RATIO = re.compile(rf"(?<![\d:.]){_NUMBER}(?::{_NUMBER}){{1,9}}(?![\d:])")


@exact
def parts_given_whole(policy: Policy) -> Iterator[Finding]:
    """Bands with a rate of the whole base, where the words give each part of it its own rate."""
    for path, _, amount in amounts_of(policy):
        if not isinstance(amount, BandsAmount) or amount.above is not None:
            continue
        rated = [band for _, at in amount.neighbours if (band := amount.bands[at or 0]).rate]
        said = _EACH_PART.search(words_of(policy, amount.clause))
        upper = next((band for band in rated if band.lower), None)
        if said is None or len(rated) < 2 or upper is None or upper.rate is None:
            continue
        _, above = number_of(policy, amount.of, upper.lower or Decimal(0))
        form = f'rate = "{write_rate(upper.rate)}", of = "{amount.of}", above = "{above}"'
        if upper.upper is not None:
            cap = upper.rate * (upper.upper - (upper.lower or Decimal(0)))
            form += f', cap = "{yuan(cap)[1]}"'
        yield advice(fault("parts_in_the_words", said[0], path=f"{path}.bands", form=form))


def counted_from_zero(policy: Policy) -> Iterator[Finding]:
    """A sum for each full number of a base, of which the words count only what is above another."""
    for path, _, amount in amounts_of(policy):
        if not isinstance(amount, FixedAmount) or amount.per is None or amount.every is None:
            continue
        said = _BEYOND_THIS.search(words_of(policy, amount.clause))
        kinds = {**policy.events, **policy.figures}
        if said and not re.search("超|增|部分", kinds[amount.per].zh):
            figure = quantity_named(policy, amount.per)
            yield advice(fault("counted_from_zero", said[0], path=f"{path}.per", figure=figure))


@exact
def ratios_in_words(policy: Policy) -> Iterator[Finding]:
    """Shares of levels or instalments that are not in the ratio which their clause gives."""
    for name, each in policy.shares.items():
        text = words_of(policy, each.clause)
        shares = [part.share for part in _as_in(text, each.parts)]
        yield from _not_in_ratio(text, f"shares.{name}.parts", shares)
    for name, parts in policy.instalments.items():
        shares = [part.share for part in parts.parts]
        yield from _not_in_ratio(
            words_of(policy, parts.clause), f"instalments.{name}.parts", shares
        )


def _as_in(text: str, parts: Sequence[LevelShare]) -> list[LevelShare]:
    """The levels in the order in which the words name them, as far as they do."""
    before = text[: said.start()] if (said := _RATIO.search(text)) else text
    return sorted(parts, key=lambda part: before.find(part.title.zh[0]))


def _not_in_ratio(text: str, path: str, shares: Sequence[Decimal]) -> Iterator[Finding]:
    said = {match[0]: [Decimal(each) for each in match[0].split(":")]
            for match in _RATIO.finditer(text)}  # fmt: skip
    alike = {words: ratio for words, ratio in said.items() if len(ratio) == len(shares)}
    if not alike or any(_is_ratio(shares, ratio) for ratio in alike.values()):
        return
    words, ratio = next(iter(alike.items()))
    form = "、".join(write_rate((each * 10_000 // sum(ratio)).scaleb(-4)) for each in ratio)
    yield otherwise(words, path, form, "、".join(write_rate(each) for each in shares))


def _is_ratio(shares: Sequence[Decimal], ratio: Sequence[Decimal]) -> bool:
    """Whether shares, which may be rounded to add up to the whole, are in a ratio."""
    whole = sum(ratio)
    return all(
        abs(share * whole - each) <= whole / 1000 for share, each in zip(shares, ratio, strict=True)
    )
