"""Awards that are repealed from a day on while the document stays in force.

An award says `repealed`; its amount then ends on that day, as one with dated values does. What an
award was before is kept, so that a document that extends this one may move the day or the amount.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from listing_rewards.errors import ListingRewardsError
from listing_rewards.values.day import read_day


def ended(award: dict[str, Any], first: object) -> dict[str, Any]:
    """The award with its amount ended where it is repealed; as it is where nothing can be read.

    Args:
        award: an award as a document writes it, its amount written out as a record.
        first: the policy's first day as written.
    """
    since, begins, amount = _repealed_since(award), _day(first), award.get("amount")
    if since is None or begins is None or since <= begins or not isinstance(amount, dict):
        return award
    whole = amount.get("dated", [{"since": begins, "amount": amount}])
    days = [_day(each.get("since")) if isinstance(each, dict) else None for each in whole]
    before = [each for each, day in zip(whole, days, strict=True) if day is None or day < since]
    source = {key: amount[key] for key in ("clause", "assumed") if key in amount}
    dated = [*before, {"since": since, "repealed": True}]
    return {**award, "amount": {**source, "dated": dated}}


def whole_again(award: dict[str, Any], first: object) -> dict[str, Any]:
    """The award as it was before it was ended by its own `repealed`."""
    since, amount = _repealed_since(award), award["amount"]
    *before, last = amount.get("dated", [{}])
    if since is None or not before or not last.get("repealed") or _day(last["since"]) != since:
        return award
    only = before[0]
    if len(before) == 1 and _day(only["since"]) == _day(first) and only.get("amount"):
        return {**award, "amount": only["amount"]}
    return {**award, "amount": {**amount, "dated": before}}


def _repealed_since(award: dict[str, Any]) -> date | None:
    repeal = award.get("repealed")
    return _day(repeal.get("since")) if isinstance(repeal, dict) else None


def _day(written: object) -> date | None:
    """A day as written; None where it is none, which is reported when the whole is read."""
    try:
        return read_day(written)
    except ListingRewardsError:
        return None
