"""What people write in place of what a document takes, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from listing_rewards.errors import Fault

_CEILING = r"(?:最高|最多|至多|上限|不超过|不高于).*|.*(?:以内|以下|为限)"
_WORDS = r".*[零〇一二三四五六七八九十百千]+(?:万|亿|万亿)?元?"
_OF_AN_AMOUNT = frozenset(
    {"cap", "cap_per", "floor", "fixed", "rate", "of", "bands", "applied_per", "upto", "times"}
    | {"per", "every", "less", "minus", "above", "scaled", "counted", "instead", "topup", "dated"}
)
_OF_A_CONDITION = frozenset(
    {"condition", "conditions", "when", "applied", "seasoning", "happened", "absent", "flag"}
    | {"figure", "attribute", "within_years", "within_months", "tested_on"}
)


class _Habit(NamedTuple):
    """A fault by its code, its path and what was given, and the code that says what was meant."""

    code: str
    path: re.Pattern[str]
    given: re.Pattern[str]
    meant: str


def _habit(code: str, path: str, given: str, meant: str) -> _Habit:
    return _Habit(code, re.compile(path), re.compile(given), meant)


_AWARD = r"awards(?:\[\d+\]|\.\w+)"
_HABITS = (
    _habit("not_an_amount", r".*", _CEILING, "ceiling_in_words"),
    _habit("not_an_amount", r".*", _WORDS, "amount_in_words"),
    _habit("not_an_amount", r".*cap", r"\{.*|[A-Za-z_]\w*", "cap_of_a_fact"),
    _habit("not_a_rate", r".*", r"[百千万]分之.+", "rate_in_words"),
    _habit("not_text", r".*\.earned_by", r".*", "earned_by_several"),
    _habit("unknown_key", r"shares\..*", r"when|needs|condition|parts_when", "shares_by_case"),
    _habit("not_a_list", r".*", r"[A-Za-z_]\w*", "name_alone"),
    _habit("not_text", r".*\b(?:needs\[\d+\]|when)", r"\{.*", "condition_in_place"),
    _habit("not_text", r".*\.paid_in", r"[\[{].*", "instalments_in_place"),
    _habit("not_text", r".*\bclause", r"\[.*", "one_clause"),
    _habit("unknown_key", r"groups\.\w+", r"awards?", "group_of_awards"),
    _habit("unknown_key", _AWARD, r"best_of", "choice_in_an_award"),
    _habit("unknown_key", _AWARD, "|".join(sorted(_OF_AN_AMOUNT)), "part_of_the_amount"),
    _habit("unknown_key", _AWARD, "|".join(sorted(_OF_A_CONDITION)), "condition_of_an_award"),
    _habit("unknown_key", r"budgets\.\w+", r"amount|year|total", "budget_of_a_year"),
    _habit("unknown_key", r"shares\.\w+", r"ratio|share|shares", "ratio_of_shares"),
    _habit("unknown_key", r"conditions\.\w+", r"tested_on", "tested_as_stated"),
    _habit("not_one_of", r"conditions\.\w+\.tested_on", r"[A-Za-z_]\w*", "tested_on_an_event"),
    _habit("not_an_object", r".*\.applied", r".*", "window_in_place"),
    _habit("not_an_object", r".*\.every_year", r".*", "years_in_place"),
    _habit("not_one_of", r".*\.cap_per", r"\[.*", "two_caps"),
    _habit("missing", r"undertakings\.\w+\.before_payment", r"", "before_payment_missing"),
    _habit("missing", r".*\.every_year\.runs_from", r"", "years_from_missing"),
    _habit("missing", r"budgets\.\w+\.counted_on", r"", "counted_on_missing"),
    _habit("missing", r"budgets\.\w+\.used_up", r"", "used_up_missing"),
)


def in_their_words(faults: tuple[Fault, ...]) -> Iterator[Fault]:
    """The faults of a document, each as what was meant by it where that can be seen."""
    for each in faults:
        meant = _meant(each)
        is_elsewhere = each.code == "unknown_key" and meant != each.code
        yield replace(each, code=meant, accepted=() if is_elsewhere else each.accepted)


def _meant(found: Fault) -> str:
    """The code that says what was meant; the fault's own where nothing else is known."""
    for habit in _HABITS:
        if found.code != habit.code or not habit.given.fullmatch(found.given):
            continue
        if habit.path.fullmatch(found.path):
            return habit.meant
    return found.code
