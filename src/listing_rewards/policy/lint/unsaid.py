"""What the words of a clause say, where the document says something else.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
)
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    FigureCondition,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.lint.conditions import demands
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    amounts_of,
    event_named,
    otherwise,
    yuan,
)
from listing_rewards.policy.lint.plain_words import COUNT, counted, plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause
from listing_rewards.values.money import exact

_MONEY = r"(?P<number>\d{1,15}(?:\.\d{1,6})?)(?P<power>亿|千万|百万|万)?(?P<unit>元|%|‰)?"
_SCALE = {"亿": 8, "千万": 7, "百万": 6, "万": 4, "%": -2, "‰": -3}


# ---- caps ---------------------------------------------------------------------------------------

_EACH = re.compile(
    r"(?P<event>[每单](?:次|笔|单|轮)(?!年))|(?P<year>每年度?|每一?年度|当年度?|同一年度|年度内)"
    r"|(?P<enterprise>每[家户个]|单[个家]企业|同一企业|累计(?=最高|不超过|不得超过|奖励|支持))"
)
_CEILING = re.compile(
    r"(?:最高|不超过|不高于|上限|最多|至多|封顶)[^\d,。;、]{0,10}"
    r"(?P<number>\d{1,15}(?:\.\d{1,6})?)(?P<power>亿|千万|百万|万)?元"
)


@exact
def cap_per_in_words(policy: Policy) -> Iterator[Finding]:
    """A cap of each time or year in the words, which here holds for something else."""
    for path, _, amount in amounts_of(policy):
        clause = policy.clauses.get(amount.clause or "")
        if clause is None or not isinstance(amount, RateAmount):
            continue
        if not isinstance(amount.cap, Decimal) or not _repeats(amount.of, policy):
            continue
        said = [*_caps(plain_words(clause.text.zh), amount.cap)]
        if said and amount.cap_per not in {scope for _, scope in said}:
            words, scope = said[0]
            stands = f'cap_per = "{amount.cap_per}"'
            yield otherwise(words, f"{path}.cap_per", f'cap_per = "{scope}"', stands)


@exact
def caps_of_each_year(policy: Policy) -> Iterator[Finding]:
    """A cap of each year in the words, which here holds for all of the policy's years together."""
    first, last = policy.in_force.first, policy.in_force.end
    if last is not None and first.year == last.year:
        return
    caps: list[tuple[str, Decimal | Literal["unknown"] | None, str | None]] = [
        (f"groups.{name}.cap", group.cap, group.clause)
        for name, group in policy.groups.items()
        if not all(in_one_year(policy, each.id) for each in policy.awards if each.group == name)
    ]
    for path, award, amount in amounts_of(policy):
        if isinstance(amount, FixedAmount) and amount.per and not in_one_year(policy, award.id):
            caps.append((f"{path}.cap", amount.cap, amount.clause))
    for path, cap, clause_id in caps:
        clause = policy.clauses.get(clause_id or "")
        if clause is None or not isinstance(cap, Decimal):
            continue
        said = [*_caps(_words(clause), cap)]
        if said and said[0][1] == "year":
            yield advice(fault("cap_of_each_year", said[0][0], path=path, cap=yuan(cap)))


def _repeats(of: str, policy: Policy) -> bool:
    return of in policy.events and policy.events[of].repeats


def _caps(text: str, cap: Decimal) -> Iterator[tuple[str, str]]:
    """For what the words say that a cap holds: the last such word of the sentence before it."""
    for match in _CEILING.finditer(text):
        if _value(match) != cap:
            continue
        sentence = re.split(r"[。;]", text[: match.start() + 2])[-1]
        if each := [*_EACH.finditer(sentence)]:
            yield each[-1][0], each[-1].lastgroup or ""


def _value(match: re.Match[str]) -> Decimal:
    found = match.groupdict()
    scale = _SCALE.get(found["power"] or found.get("unit") or "", 0)
    return Decimal(match["number"]).scaleb(scale)


# ---- bounds -------------------------------------------------------------------------------------

_OTHER_SIDE = {"at_least": "over", "over": "at_least", "at_most": "below", "below": "at_most"}
_FROM, _BEYOND = frozenset({"at_least", "below"}), frozenset({"over", "at_most"})
_BEFORE = re.compile(
    rf"(?:(?P<beyond>超过|高于|大于|多于|不超过|不高于|不大于|不多于)"
    rf"|(?P<from>不低于|不少于|不足|不满|低于|少于|小于|未达到?|达到?)){_MONEY}"
)
_AFTER = re.compile(
    rf"{_MONEY}(?:\((?P<including>不?含[^()]{{0,10}})\))?(?:(?P<from>以上|及以上)|(?P<beyond>以下|及以下|以内))"
    r"(?:\((?P<included>不?含[^()]{0,10})\))?"
)


@exact
def bounds_in_words(policy: Policy) -> Iterator[Finding]:
    """A bound that includes its number where the words exclude it, or the other way round.

    以上 and 以下 include it, 超过 and 不满 do not (Civil Code article 1259); where one band ends
    the next begins, so that each word decides for both sides of its number.
    """
    for path, clause_id, limits in _limits(policy):
        clause = policy.clauses.get(clause_id)
        said = _sides(plain_words(clause.text.zh)) if clause else {}
        for key in _OTHER_SIDE:
            number = getattr(limits, key)
            keys, words = said.get(number, (frozenset(), "")) if number else (frozenset(), "")
            if keys and key not in keys:
                yield otherwise(words, f"{path}.{key}", _OTHER_SIDE[key], key)


def _limits(policy: Policy) -> Iterator[tuple[str, str, Range]]:
    for path, _, amount in amounts_of(policy):
        for i, band in enumerate(amount.bands if isinstance(amount, BandsAmount) else ()):
            yield f"{path}.bands[{i}]", amount.clause or "", band
    for name, condition in policy.conditions.items():
        if isinstance(condition, FigureCondition):
            yield f"conditions.{name}", condition.clause or "", condition


def _sides(text: str) -> dict[Decimal, tuple[frozenset[str], str]]:
    """For each number that a word bounds: the keys that the words allow, and the first words."""
    found: dict[Decimal, tuple[frozenset[str], str]] = {}
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            number, keys = _value(match), _FROM if match["from"] else _BEYOND
            marked = match.groupdict().get("including") or match.groupdict().get("included") or ""
            if marked.startswith("不"):
                keys = _BEYOND if keys is _FROM else _FROM
            before, words = found.get(number, (frozenset(), match[0]))
            found[number] = (before | keys, words)
    return found


# ---- days ---------------------------------------------------------------------------------------

_APPLYING = re.compile(
    r"(?:申请|申报)(?:(?:本项|该项|上述|财政|专项)*(?:奖励|补助|补贴|资金|扶持|奖补|政策|项目)+)?"
    r"(?:时|之日|日(?!期))"
)
_PAYING = re.compile(r"(?:发放|拨付|兑付|兑现|支付|付款)[^,。;]{0,4}(?:时|之日|前)")
_RECEIVED = re.compile(
    r"(?:获得|享受|领取|收到|取得|获|兑付|拨付)[^,。;]{0,8}(?:奖励|补助|资金|补贴|扶持|奖补|政策)[^,。;]{0,4}"
    r"(?:之日起|后|起)"
    r"|(?:奖励|补助|补贴|资金|扶持|奖补|款项?)(?:的)?(?:实际)?(?:拨付|兑付|兑现|发放|到账|到位|拨款)"
    r"(?:之日|之后|后|日)(?:起)?"
)
_WORKING = re.compile(rf"(?P<number>{COUNT})个?工作日")


def tested_on_in_words(policy: Policy) -> Iterator[Finding]:
    """A condition on the day of the application in the words, tested here on another day."""
    for name, each in policy.conditions.items():
        clause = policy.clauses.get(each.clause or "")
        if clause is None or not isinstance(each, AbsentCondition | SeasoningCondition):
            continue
        text = plain_words(clause.text.zh)
        said = _APPLYING.search(text)
        left_out = each.tested_on in {None, "payment", "as_of"}
        if said and left_out and not _PAYING.search(text):
            default = "payment" if isinstance(each, AbsentCondition) else "as_of"
            stands = f'tested_on = "{each.tested_on or default}"'
            path = f"conditions.{name}.tested_on"
            yield otherwise(said[0], path, 'tested_on = "application"', stands)


def runs_from_in_words(policy: Policy) -> Iterator[Finding]:
    """An undertaking that runs from what was received in the words, and here from the event."""
    for name, promise in policy.undertakings.items():
        clause = policy.clauses.get(promise.clause or "")
        if clause is None or promise.runs_from != "event" or promise.after is not None:
            continue
        if said := _RECEIVED.search(plain_words(clause.text.zh)):
            path = f"undertakings.{name}.runs_from"
            yield otherwise(said[0], path, 'runs_from = "payment"', 'runs_from = "event"')


def working_days(policy: Policy) -> Iterator[Finding]:
    """A time in days whose clause counts working days, which no rule knows."""
    for name, each in policy.conditions.items():
        limit = each.applied if isinstance(each, ApplicationCondition) else each
        days = getattr(limit, "within_days", 0)
        clause = policy.clauses.get(each.clause or "")
        said = _WORKING.search(plain_words(clause.text.zh)) if clause and days else None
        if said:
            yield advice(fault("working_days", said[0], path=f"conditions.{name}"))


def dated_by_another_event(policy: Policy) -> Iterator[Finding]:
    """Values by the day of one event, where the words date another that is declared too."""
    for award in policy.awards:
        if not isinstance(award.amount, DatedAmount):
            continue
        text = plain_words(policy.clauses[award.amount.clause or award.clause].text.zh)
        own = "".join(policy.events[kind].zh for kind in award.events)
        for kind, event in policy.events.items():
            tail = event.zh[-2:]
            said = re.search(rf"\d{{4}}年[^,。;]{{0,24}}{re.escape(tail)}", text)
            if said and tail not in own and not event.record_only:
                path, named = f"awards.{award.id}.amount.dated", event_named(policy, kind)
                earning = event_named(policy, award.events[0])
                yield advice(fault("dated_by_another", path=path, event=named, earning=earning))
                break


# ---- places, years and times ---------------------------------------------------------------------

_A_YEAR = re.compile(r"20\d\d年")
_FIRST_FEW = re.compile(rf"前(?P<count>{COUNT})(?:家|名|位|户)")
_YEARLY = re.compile(r"每年|每一?年度|当年|年度|逐年")
_AT_LEAST_EACH = re.compile(
    rf"(?:连续|近|前|最近){COUNT}个?(?:会计|完整)?年度?[^,。;]{{0,14}}(?<!平)均"
)


def places_in_words(policy: Policy) -> Iterator[Finding]:
    """So many places of an award, where the words give another number of them."""
    for name, each in policy.conditions.items():
        if not isinstance(each, FigureCondition) or each.figure not in policy.figures:
            continue
        clause = policy.clauses.get(each.clause or "")
        if clause is None or policy.figures[each.figure].place_of is None:
            continue
        said = {counted(match["count"]): match[0] for match in _FIRST_FEW.finditer(_words(clause))}
        last = each.at_most if each.at_most is not None else (each.below or 1) - 1
        if said and last > 0 and last not in said:
            number, words = next(iter(said.items()))
            stands = f"at_most = {last}"
            yield otherwise(words, f"conditions.{name}", f"at_most = {number}", stands)


def places_of_all_years(policy: Policy) -> Iterator[Finding]:
    """A place counted over all the policy's days, where the words count it year by year."""
    for name, each in policy.conditions.items():
        if not isinstance(each, FigureCondition) or each.figure not in policy.figures:
            continue
        award = policy.figures[each.figure].place_of
        clause = policy.clauses.get(each.clause or "")
        said = _YEARLY.search(plain_words(clause.text.zh)) if award and clause else None
        if award and said and not in_one_year(policy, award):
            yield advice(fault("places_of_all_years", said[0], path=f"conditions.{name}"))


def in_one_year(policy: Policy, award: str) -> bool:
    """Whether an award can be earned in one calendar year only, or its events name theirs."""
    first, last = policy.in_force.first, policy.in_force.end
    if last is not None and first.year == last.year:
        return True
    events = policy.award(award).events
    if all(_A_YEAR.search(policy.events[kind].zh) for kind in events):
        return True
    for each in demands(policy, policy.award(award).needs):
        days = each.condition
        if not each.met or not isinstance(days, HappenedCondition) or days.happened not in events:
            continue
        if days.first and days.last and days.first.year == days.last.year:
            return True
    return False


def average_in_words(policy: Policy) -> Iterator[Finding]:
    """Every one of some years in the words, and here their average."""
    for each in policy.conditions.values():
        clause = policy.clauses.get(each.clause or "")
        if not isinstance(each, FigureCondition) or each.figure not in policy.figures or not clause:
            continue
        made = policy.figures[each.figure].made
        said = _AT_LEAST_EACH.search(plain_words(clause.text.zh))
        if said and made is not None and made.way == "average":
            path = f"figures.{each.figure}.made.way"
            yield otherwise(said[0], path, 'way = "least"', 'way = "average"')


def one_application_for_all(policy: Policy) -> Iterator[Finding]:
    """An award of several years or times, for which a case can state one application only."""
    for award in policy.awards:
        kinds = [policy.events[kind] for kind in award.events]
        scopes = {_scope(each) for _, owner, each in amounts_of(policy) if owner is award}
        if not any(kind.repeats for kind in kinds) or scopes <= {"enterprise"}:
            continue
        for name in award.needs:
            each = policy.conditions[name]
            if isinstance(each, ApplicationCondition) and each.applied.anchored:
                path = f"awards.{award.id}.needs"
                yield advice(fault("one_application", name, path=path))


def _words(clause: Clause) -> str:
    return plain_words(clause.text.zh)


def _scope(amount: PlainAmount) -> str:
    return amount.scope if isinstance(amount, RateAmount | BandsAmount) else "enterprise"
