"""The lengths of time of a document, and those of the words of its clauses.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    RateAmount,
    plain_amounts,
)
from listing_rewards.policy.conditions import (
    ApplicationCondition,
    ApplicationWindow,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.conditions import contradictions
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    amounts_of,
    labels,
    not_in_the_words,
    only_in_words,
    otherwise,
    own_clauses,
    words_of,
)
from listing_rewards.policy.lint.plain_words import COUNT, counted, plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.recurring import begun, of_year

_TIME = re.compile(
    r"(?<![\d.年月])(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?"
    r"(?P<unit>周?年|月(?![\d底初末份])|日|天|工作日)"
)
_YEAR = re.compile(r"所在年度|下一?个?年度|次年度?|翌年|当年度?[起内]|个(?:自然|公历|日历)?年度内")
_GIVES = r"(?:给予|予以|补贴|奖励|补助|发放)"
_EVERY_YEAR = re.compile(
    rf"每满(?:一|1)(?:个)?(?:周)?年|连续{COUNT}个?年(?:度|内)?[^,。;]{{0,6}}(?:每年|按|{_GIVES})"
    rf"|每年度?(?:按|{_GIVES})|每年度?(?!安排|评选|认定|预算)[^。;最前]{{0,24}}给予(?:奖励|补贴|补助)"
)
_HOW_MANY_YEARS = re.compile(
    rf"(?:连续|后|起|最[多长][^,。;]{{0,4}}|为期|期限[为是]?)(?P<number>{COUNT})个?(?:完整)?(?:自然|会计)?年"
)
_WITHIN = r"个?(?P<unit>年|月)(?:之内|以内|内)"
_LIMIT = re.compile(rf"(?:起|后)的?{COUNT}{_WITHIN}")
_BEFORE_LONG = re.compile(
    rf"(?<![\d.近前去一二两三四五六七八九十]){COUNT}{_WITHIN}"
    r"(?=[^,。;]{0,8}(?:申请|申报|上市|挂牌|迁入|迁出|迁离|完成))"
)
_DAYS = re.compile(rf"(?:之日起|以后|之后|后){COUNT}个?(?:日|天|工作日)(?:之内|以内|内)")
_FULL = re.compile(rf"(?<!每)(?:已满|届满|满)(?:{COUNT}个?(?:周?年|月)|半年)")
_BOUND = re.compile(rf"(?<![近前去])(?P<number>{COUNT})个?年(?:之内|以内|内)")


class _Length(NamedTuple):
    """A length of time of the document: where it stands, its clause, and how long it is."""

    path: str
    clause: str
    months: int
    days: int = 0
    is_compared: bool = True
    """Whether the words give it in the same way; of calendar years they may say 下一年度."""


# ---- what the document says ---------------------------------------------------------------------


def times_not_in_the_words(policy: Policy) -> Iterator[Finding]:
    """A time limit that its clause does not give, where the clause gives others."""
    for each in _lengths(policy):
        clause = policy.clauses.get(each.clause)
        said = frozenset(_durations(plain_words(clause.text.zh))) if clause else frozenset()
        unit = "days" if each.days else "months"
        others = {length for length in said if length[1] == unit}
        long = each.days or each.months
        if clause is None or not others or not long or not each.is_compared:
            continue
        if (long, unit) not in said:
            number = (f"{long} {unit}", f"{long}{'天' if each.days else '个月'}")
            yield not_in_the_words(number, each.path, clause)


def calendar_years_in_the_words(policy: Policy) -> Iterator[Finding]:
    """A time that runs from a day, where its clause speaks of calendar years."""
    for path, clause_id in _times_from_a_day(policy):
        if said := _YEAR.search(words_of(policy, clause_id)):
            yield advice(fault("calendar_year_in_words", said.group(), path=path))


def undertakings_without_end(policy: Policy) -> Iterator[Finding]:
    """An undertaking that always binds, where its clause gives the years."""
    ending = {each.clause for each in policy.undertakings.values() if each.bounded}
    for name, promise in policy.undertakings.items():
        said = _BOUND.search(words_of(policy, promise.clause))
        if said and promise.clause not in ending:
            path, form = f"undertakings.{name}.years", f"years = {counted(said['number'])}"
            yield otherwise(said[0], path, form, "years = 0")


def years_of_an_award(policy: Policy) -> Iterator[Finding]:
    """An award of so many years, where its clause gives another number of them."""
    clauses = {_recurring(each): policy.clauses[each.clause] for each in policy.awards}
    for base, times in _years(policy).items():
        found = [*_HOW_MANY_YEARS.finditer(plain_words(clauses[base].text.zh))]
        said = {counted(each["number"]): each[0] for each in found}
        if said and times not in said:
            number, words = next(iter(said.items()))
            path, form = f"awards.{base}.every_year.times", f"times = {number}"
            yield otherwise(words, path, form, f"times = {times}")


def years_at_once(policy: Policy) -> Iterator[Finding]:
    """Two awards of one clause and base that recur, and both begin with the first year."""
    first = {_recurring(each): each for each in policy.awards if each.id.endswith("_year_1")}
    recurring = [each for name, each in first.items() if name in _years(policy)]
    for one, other in combinations(recurring, 2):
        same = (one.clause, one.earned_by) == (other.clause, other.earned_by)
        if same and _bases(one) & _bases(other) and not _excluded(one, other, policy):
            earlier, later = _recurring(one), _recurring(other)
            path = f"awards.{later}.every_year"
            yield advice(fault("years_at_once", path=path, award=earlier, other=later))


def _bases(award: Award) -> set[str]:
    return {each.of for each in plain_amounts(award.amount) if isinstance(each, RateAmount)}


def _excluded(one: Award, other: Award, policy: Policy) -> bool:
    """Whether nobody is given both."""
    needs = (*one.needs, *other.needs)
    return other.id in one.replaces or bool(contradictions(policy, needs, one.events))


def _years(policy: Policy) -> Counter[str]:
    """How often each award that recurs is earned, by its name in the document."""
    return Counter(_recurring(each) for each in policy.awards if _is_of_a_year(each.id, policy))


def _recurring(award: Award) -> str:
    return award.id.rpartition("_year_")[0]


# ---- what the words say -------------------------------------------------------------------------


def times_carried_out_nowhere(policy: Policy) -> Iterator[Finding]:
    """A time limit or a full period in the words, as long as none of the document."""
    own = [*_lengths(policy)]
    lengths = {each.months for each in own} | {*_other_lengths(policy)}
    mistaken = {each.clause for each in own if _is_mistaken(each, policy)}
    named = "。".join(labels(policy))
    has_days = _has_days(policy)
    for name, clause, text in own_clauses(policy):
        path = f"clauses.{name}.text"
        if name in mistaken:
            continue
        limits = () if has_days else (*_LIMIT.finditer(text), *_BEFORE_LONG.finditer(text))
        periods = () if "满" in named else _FULL.finditer(text)
        asked = [(each, f"within_{_unit(each)}, undertakings") for each in limits]
        asked += [(each, "seasoning") for each in periods]
        seen: set[int] = set()
        for said, form in asked:
            ((long, _),) = _durations(said[0])
            if long not in lengths | seen:
                seen.add(long)
                yield only_in_words(said[0], path, clause, form)
        if (
            not any(each.months or each.days for each in own)
            and not has_days
            and (days := _DAYS.search(text))
        ):
            yield only_in_words(days[0], path, clause, "within_days")


def _is_mistaken(length: _Length, policy: Policy) -> bool:
    """Whether a length is not that of its clause, of which another finding speaks."""
    if not length.is_compared:
        return False
    words = words_of(policy, length.clause)
    said = {long for long, unit in _durations(words) if unit == "months"}
    always = length.path.startswith("undertakings.")
    return bool(said) and (bool(length.months) or always) and length.months not in said


def _unit(said: re.Match[str]) -> str:
    return "years" if said["unit"] == "年" else "months"


def _has_days(policy: Policy) -> bool:
    """Whether days of the calendar say when something must have come, or what is then given."""
    return any(isinstance(award.amount, DatedAmount) for award in policy.awards) or any(
        isinstance(each, HappenedCondition) and (each.first or each.last)
        for each in policy.conditions.values()
    )


def years_given_once(policy: Policy) -> Iterator[Finding]:
    """A clause that gives an award every year, under which each award is given once."""
    for name, clause in policy.clauses.items():
        said = _EVERY_YEAR.search(plain_words(clause.text.zh))
        awards = [each for each in policy.awards if each.clause == name]
        if said and awards and not any(_is_given_by_year(each, policy) for each in awards):
            yield advice(fault("every_year_in_words", said.group(), path=f"clauses.{name}.text"))


def _is_given_by_year(award: Award, policy: Policy) -> bool:
    """Whether an award recurs, is paid in parts, or is computed for each year by itself."""
    if award.paid_in or _is_of_a_year(award.id, policy):
        return True
    return any(
        isinstance(each, RateAmount | BandsAmount) and each.scope == "year"
        for each in plain_amounts(award.amount)
    )


def _is_of_a_year(award: str, policy: Policy) -> bool:
    """Whether an award is one of the years of an award that recurs."""
    return begun(of_year(award.rpartition("_year_")[0], 2)) in policy.conditions


def _durations(text: str) -> Iterator[tuple[int, str]]:
    """Every length of time in a text, in months or days."""
    for match in _TIME.finditer(text):
        number = counted(match["number"])
        if match["unit"] in {"年", "周年"}:
            yield (6 if match["number"] == "半" else 12 * number), "months"
        else:
            yield number, "months" if match["unit"] == "月" else "days"


# ---- the lengths --------------------------------------------------------------------------------


def _lengths(policy: Policy) -> Iterator[_Length]:
    """Every length of time of the document, the years of awards that recur left out."""
    of_years = {begun(award.id) for award in policy.awards}
    for name, each in policy.conditions.items():
        path, clause = f"conditions.{name}", each.clause or ""
        if name in of_years:
            continue
        if isinstance(each, SeasoningCondition):
            yield _Length(path, clause, 12 * each.years + each.months)
        elif isinstance(each, HappenedCondition | ApplicationCondition):
            limit = each.applied if isinstance(each, ApplicationCondition) else each
            long = 12 * limit.within_years + limit.within_months
            yield _Length(path, clause, long, limit.within_days, not limit.runs_from)
    for path, _, amount in amounts_of(policy):
        window = amount.counted
        if isinstance(window, CountedWindow):
            long = 12 * window.within_years + window.within_months
            given = (long, window.within_days, not window.runs_from)
            yield _Length(f"{path}.counted", amount.clause or "", *given)
    for name, promise in policy.undertakings.items():
        path, clause = f"undertakings.{name}", promise.clause or ""
        compared = not (promise.calendar and promise.years == 1)
        yield _Length(path, clause, 12 * promise.years + promise.months, is_compared=compared)


def _other_lengths(policy: Policy) -> Iterator[int]:
    """In months: of awards that recur, of instalments, of the policy, and in the names of facts."""
    yield from (12 * times for times in _years(policy).values())
    for parts in policy.instalments.values():
        yield from (12 * each.years + each.months for each in parts.parts)
    for label in labels(policy):
        yield from (long for long, unit in _durations(plain_words(label)) if unit == "months")
    first, last = policy.in_force.first, policy.in_force.end
    if last is not None:
        end = last + timedelta(days=1)
        yield 12 * (end.year - first.year) + end.month - first.month


def _times_from_a_day(policy: Policy) -> Iterator[tuple[str, str]]:
    """Every time that has an end and runs from the day of an event: its path and its clause."""
    for name, each in policy.conditions.items():
        limit = each.applied if isinstance(each, ApplicationCondition) else each
        if _ends_and_runs_from_a_day(limit):
            yield f"conditions.{name}", each.clause or ""
    for name, promise in policy.undertakings.items():
        if promise.bounded and promise.runs_from == "event":
            yield f"undertakings.{name}", promise.clause or ""
    for path, _, amount in amounts_of(policy):
        if _ends_and_runs_from_a_day(amount.counted):
            yield f"{path}.counted", amount.clause or ""


def _ends_and_runs_from_a_day(limit: object) -> bool:
    if not isinstance(limit, ApplicationWindow | HappenedCondition | CountedWindow):
        return False
    before = isinstance(limit, CountedWindow) and limit.before is not None
    return limit.bounded and limit.runs_from is None and not before
