"""The numbers of a document checked against the words of its clauses.

A clause whose words give no number is not compared: it may be shortened. What is found is advice,
since a person decides whether the number or the clause is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    BandsAmount,
    FixedAmount,
    PlainAmount,
    Portion,
    RateAmount,
    has_unknown_cap,
)
from listing_rewards.policy.conditions import (
    FigureCondition,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.finding import (
    Finding,
    InBoth,
    advice,
    amounts_of,
    labels,
    left_out,
    not_in_the_words,
    only_in_words,
    own_clauses,
    yuan,
)
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause, Quotation
from listing_rewards.values.chinese_numerals import SIGNS
from listing_rewards.values.money import ZERO, exact
from listing_rewards.values.rate import write_rate

_POWERS = {"亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2, "": 0}
_MONEY = re.compile(
    r"(?P<number>\d{1,15}(?:\.\d{1,6})?)(?P<power>千万|百万|亿|万|千|百)?(?P<yuan>元)?"
)
_LISTED = re.compile(r"[、,/~至到或和-]|分别|\([^()]{0,6}\)")
_SHARE = re.compile(
    r"(?P<number>\d{1,6}(?:\.\d{1,6})?)(?P<sign>[%‰])|(?P<of>[百千万])分之(?P<words>\d{1,4}(?:\.\d{1,4})?)"
)
_SPELT = re.compile(rf"(?<![\d.])(?:[{SIGNS}]{{1,12}}元|[一二三四五六七八九十]{{1,3}}万)")
_PART = re.compile(r"部分|超出|超过.{0,8}的|增量|新增|增长|增加|增幅|增效|超额")
_CEILING = re.compile(
    r"(?:最高|不超过|不高于|上限|最多|至多|不得超过|封顶)[^\d,。;、]{0,12}(?P<number>\d[\d.]*)(?P<power>亿|万)?元"
)
_CEILING_RATE = re.compile(
    r"(?:最高|不超过|不高于|上限|最多|至多)[^\d,。;、]{0,16}(?P<number>\d{1,3}(?:\.\d{1,6})?)(?P<sign>[%‰])"
)
_TOTAL = re.compile(
    r"(?:合计|共计|总计|提高到|提高至)[^\d,。;、]{0,16}(?:\d[\d.]*[亿万]?元(?:提高到|提高至))?"
    r"(?P<number>\d[\d.]*)(?P<power>亿|万)?元"
)
_HALF = re.compile(r"减半|折半|对半|一半|半数")
_TIMES = re.compile(r"(?<![\d.])(?P<number>\d{1,2}(?:\.\d{1,3})?)倍")
_DOUBLE = re.compile(r"翻倍|加倍|双倍|翻番")
_ONE_HALF = Decimal("0.5")


class _Number(NamedTuple):
    """A number of the document: where it stands, the clause it rests on, and what it is."""

    path: str
    clause: str
    value: Decimal
    is_rate: bool = False
    part: tuple[Decimal, Decimal] | None = None
    """Of a cap of a share: that share, and from where on the base counts."""

    def end_of_part(self, money: Iterable[Decimal]) -> Iterator[Decimal]:
        """The sums up to which a part of the base then counts, as in 1亿元至5亿元的部分."""
        rate, above = self.part or (ZERO, ZERO)
        return (each for each in money if self.part and (each - above) * rate == self.value)

    @property
    def in_words(self) -> InBoth:
        return (write_rate(self.value),) * 2 if self.is_rate else yuan(self.value)


class _Said(NamedTuple):
    """The numbers that the words of a clause give."""

    money: frozenset[Decimal]
    rates: frozenset[Decimal]
    ceilings: frozenset[Decimal]
    totals: frozenset[Decimal]
    half: bool
    parts: bool

    @property
    def anything(self) -> bool:
        """Whether they give any."""
        return bool(self.money or self.rates)


@exact
def numbers_and_words(policy: Policy) -> Iterator[Finding]:
    """A number that its clause does not give, and one of a clause that the document leaves out."""
    numbers = [*_numbers(policy)]
    for each in numbers:
        clause = policy.clauses.get(each.clause)
        if clause is None or not _compared(clause):
            continue
        if not _given(each, _said(_words(clause))):
            yield not_in_the_words(each.in_words, each.path, clause)
    named = _said(plain_words("。".join(labels(policy))))
    money = {each.value for each in numbers if not each.is_rate} | named.money
    rates = {each.value for each in numbers if each.is_rate} | named.rates
    for name, quoted in _quoted(policy, {each.clause for each in numbers}):
        found = _said(plain_words(quoted.text.zh))
        sums = {one + other for one in money for other in money} & found.totals
        ends = {end for each in numbers for end in each.end_of_part(found.money)}
        for value in sorted(found.money - money - sums - (ends if found.parts else set())):
            yield left_out(yuan(value), name, quoted)
        for rate in sorted(found.rates):
            if not {rate, 1 + rate, 1 - rate} & rates:
                yield left_out((write_rate(rate),) * 2, name, quoted)


@exact
def half_left_out(policy: Policy) -> Iterator[Finding]:
    """A clause that halves something (减半), and nothing of the document that is a half."""
    if any(each.is_rate and each.value == _ONE_HALF for each in _numbers(policy)):
        return
    for name, clause, text in own_clauses(policy):
        if said := _HALF.search(text):
            yield only_in_words(said[0], f"clauses.{name}.text", clause, "times")


def _quoted(policy: Policy, cited: set[str]) -> Iterator[tuple[str, Quotation]]:
    """The words of each clause that is cited, and of its other readings, with their paths."""
    for name, clause in policy.clauses.items():
        if name in cited:
            yield f"clauses.{name}.text", clause
            for at, each in enumerate(clause.readings):
                yield f"clauses.{name}.readings[{at}].text", each


def _words(clause: Clause) -> str:
    """The words of a clause and of its other readings."""
    return plain_words("。".join(each.text.zh for each in (clause, *clause.readings)))


def _compared(clause: Clause) -> bool:
    """Whether a clause, or a reading of it, gives its numbers in digits."""
    words = _words(clause)
    return _said(words).anything and not _SPELT.search(words)


def _given(number: _Number, said: _Said) -> bool:
    """Whether the words give a number; 上浮20% gives 120%, and a half or all needs no number."""
    value = number.value
    if not number.is_rate:
        of_part = any(number.end_of_part(said.money)) if said.parts else False
        return value in said.money or not value or of_part
    if value in {0, 1} or (said.half and value == _ONE_HALF):
        return True
    return bool({value, value - 1, 1 - value} & said.rates)


@exact
def ceilings_given_in_full(policy: Policy) -> Iterator[Finding]:
    """A sum or rate of which the words say 最高 or 不超过, given in full to everybody."""
    for path, _, amount in amounts_of(policy):
        clause = policy.clauses.get(amount.clause or "")
        if clause is None or amount.upto or amount.scaled is not None or amount.less:
            continue
        text = plain_words(clause.text.zh)
        if isinstance(amount, FixedAmount):
            if amount.per is None and amount.fixed in _said(text).ceilings:
                yield advice(fault("ceiling_in_full", path=path, number=yuan(amount.fixed)))
        elif isinstance(amount, RateAmount):
            ceilings = {next(_rates(match[0])) for match in _CEILING_RATE.finditer(text)}
            if amount.rate in ceilings:
                number = (write_rate(amount.rate),) * 2
                yield advice(fault("ceiling_in_full", path=path, number=number))


def unknown_cap_in_the_words(policy: Policy) -> Iterator[Finding]:
    """A cap that is said not to be given, and a clause whose words give one."""
    for path, _, amount in amounts_of(policy):
        clause = policy.clauses.get(amount.clause or "")
        if clause is None or not has_unknown_cap(amount):
            continue
        for value in sorted(_said(_words(clause)).ceilings):
            yield advice(fault("unknown_cap_in_words", path=f"{path}.cap", cap=yuan(value)))
    for name, group in policy.groups.items():
        clause = policy.clauses.get(group.clause or "")
        if clause is None or group.cap != "unknown":
            continue
        for value in sorted(_said(_words(clause)).totals):
            yield advice(fault("unknown_cap_in_words", path=f"groups.{name}.cap", cap=yuan(value)))


def above_without_a_part(policy: Policy) -> Iterator[Finding]:
    """Only the part above a sum counts, and the words speak of no part."""
    for path, _, amount in amounts_of(policy):
        if not isinstance(amount, RateAmount | BandsAmount) or amount.above is None:
            continue
        clause = policy.clauses.get(amount.clause or "")
        if clause is None or not _said(plain_words(clause.text.zh)).anything:
            continue
        if not _PART.search(plain_words(clause.text.zh)):
            yield advice(fault("no_part_in_the_words", path=f"{path}.above"))


# ---- the words ----------------------------------------------------------------------------------


def _said(text: str) -> _Said:
    return _Said(
        frozenset(sums(text)),
        frozenset(_rates(text)),
        frozenset(_marked(_CEILING, text)),
        frozenset(_marked(_TOTAL, text)),
        _HALF.search(text) is not None,
        _PART.search(text) is not None,
    )


def sums(text: str) -> Iterator[Decimal]:
    """Every amount in a text; in 50、100万元 both have the unit of the last."""
    waiting: list[Decimal] = []
    end = 0
    for match in _MONEY.finditer(text):
        between = text[end : match.start()]
        if waiting and not _LISTED.fullmatch(between):
            waiting = []
        end = match.end()
        number = Decimal(match["number"])
        if not match["power"] and not match["yuan"]:
            waiting.append(number)
            continue
        if not match["yuan"] and match["power"] not in {"亿", "万", "千万", "百万"}:
            waiting = []
            continue
        power = _POWERS[match["power"] or ""]
        yield from (each.scaleb(power) for each in (*waiting, number))
        waiting = []


def _rates(text: str) -> Iterator[Decimal]:
    yield from (Decimal(match["number"]) for match in _TIMES.finditer(text))
    if _DOUBLE.search(text):
        yield Decimal(2)
    for match in _SHARE.finditer(text):
        if match["number"]:
            yield Decimal(match["number"]).scaleb(-2 if match["sign"] == "%" else -3)
        else:
            yield Decimal(match["words"]).scaleb({"百": -2, "千": -3, "万": -4}[match["of"]])


def _marked(mark: re.Pattern[str], text: str) -> Iterator[Decimal]:
    """The amounts of which a word says what they are."""
    for match in mark.finditer(text):
        yield Decimal(match["number"].rstrip(".")).scaleb(_POWERS[match["power"] or ""])


# ---- the numbers --------------------------------------------------------------------------------


def _numbers(policy: Policy) -> Iterator[_Number]:
    """Every amount and rate of the document."""
    for path, _, amount in amounts_of(policy):
        yield from _of_amount(policy, path, amount)
    for name, group in policy.groups.items():
        clause = group.clause or ""
        if group.cap != "unknown":
            yield _Number(f"groups.{name}.cap", clause, group.cap)
        for at, each in enumerate(group.cap_when):
            yield _Number(f"groups.{name}.cap_when[{at}].cap", clause, each.cap)
    for name, condition in policy.conditions.items():
        if isinstance(condition, FigureCondition):
            where = f"conditions.{name}"
            yield from _bounds(policy, where, condition.clause or "", condition.figure, condition)
    for name, promise in policy.undertakings.items():
        yield _rate(f"undertakings.{name}.called_back", promise.clause or "", promise.called_back)
    yield from _of_money_shared(policy)


def _of_money_shared(policy: Policy) -> Iterator[_Number]:
    """The budgets of years, and the shares of levels and instalments."""
    for name, budget in policy.budgets.items():
        for at, each in enumerate(budget.years):
            where = f"budgets.{name}.years[{at}].amount"
            yield _Number(where, budget.clause or "", each.amount)
    for name, shares in policy.shares.items():
        yield from (_rate(f"shares.{name}", "", part.share) for part in shares.parts)
    for name, parts in policy.instalments.items():
        yield from (_rate(f"instalments.{name}", "", part.share) for part in parts.parts)
    for award in policy.awards:
        yield from _for_others(award)
    yield from _beside(policy)


def _for_others(award: Award) -> Iterator[_Number]:
    """The parts of an award that are for somebody else."""
    for at, part in enumerate(award.of_which):
        path = f"awards.{award.id}.of_which[{at}]"
        if part.amount is not None:
            yield _Number(path, award.clause, part.amount)
        if part.share is not None:
            yield _rate(path, award.clause, part.share)


def _beside(policy: Policy) -> Iterator[_Number]:
    """The caps on what several documents give together."""
    for name, other in policy.beside.items():
        if other.cap is not None:
            yield _Number(f"beside.{name}.cap", other.clause or "", other.cap)


def _rate(path: str, clause: str, value: Decimal) -> _Number:
    return _Number(path, clause, value, is_rate=True)


def _of_amount(policy: Policy, path: str, amount: PlainAmount) -> Iterator[_Number]:
    clause = amount.clause or ""
    if amount.scaled is not None:
        yield _rate(f"{path}.scaled.full_at", clause, amount.scaled.full_at)
    for at, each in enumerate(amount.times):
        yield _rate(f"{path}.times[{at}].factor", clause, each.factor)
    for key in ("fixed", "floor", "topup"):
        value = getattr(amount, key, None)
        if isinstance(value, Decimal):
            yield _Number(f"{path}.{key}", clause, value)
    if isinstance(amount, FixedAmount) and isinstance(amount.cap, Decimal):
        yield _Number(f"{path}.cap", clause, amount.cap)
    if isinstance(amount, RateAmount):
        part = None if isinstance(amount.above, Portion) else (amount.rate, amount.above or ZERO)
        for key, cap in amount.caps():
            yield _Number(f"{path}.{key}", clause, cap, part=part)
        yield from (_rate(f"{path}.{key}", clause, rate) for key, rate in amount.rates())
    yield from _of_base(policy, path, clause, amount)


def _of_base(policy: Policy, path: str, clause: str, amount: PlainAmount) -> Iterator[_Number]:
    """What an amount says of its base: how much earns it, from where on it counts, its bands."""
    if isinstance(amount, FixedAmount):
        if amount.every is not None and _is_money(policy, amount.per or ""):
            yield _Number(f"{path}.every", clause, amount.every)
        return
    above = getattr(amount, "above", None)
    if isinstance(above, Portion):
        yield _rate(f"{path}.above", clause, above.rate)
    elif above is not None:
        yield _Number(f"{path}.above", clause, above)
    if isinstance(amount, BandsAmount):
        for at, band in enumerate(amount.bands):
            where = f"{path}.bands[{at}]"
            yield from _bounds(policy, where, clause, amount.of, band)
            for key in ("fixed", "cap"):
                if isinstance(value := getattr(band, key), Decimal):
                    yield _Number(f"{where}.{key}", clause, value)
            if band.rate is not None:
                yield _rate(f"{where}.rate", clause, band.rate)


def _bounds(policy: Policy, path: str, clause: str, of: str, limits: Any) -> Iterator[_Number]:
    """The bounds of a band or condition, where they are of an amount or a share."""
    unit = policy.figures[of].unit if of in policy.figures else "yuan"
    if unit == "number":
        return
    for key in ("at_least", "over", "at_most", "below"):
        if (value := getattr(limits, key)) is not None:
            yield _Number(f"{path}.{key}", clause, value, is_rate=unit == "percent")


def _is_money(policy: Policy, of: str) -> bool:
    if of in policy.figures:
        return policy.figures[of].unit == "yuan"
    return of in policy.events
