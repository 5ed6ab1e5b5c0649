"""Names, amounts and sources of a policy, and of an assessment under it, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from listing_rewards.assessment import Assessment
from listing_rewards.errors import Lang, language
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.policy.figures import kind_stated, name_and_year
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual, Clause, Ground, Quotation
from listing_rewards.values.money import write_wan, write_yuan
from listing_rewards.values.range import ANYTHING, Bounds
from listing_rewards.values.rate import write_rate
from listing_rewards.words import say

_MOST_DECIMALS = 6
_TEN_THOUSAND = 10_000


class Bounded(Protocol):
    """Numbers between bounds, each of which includes or excludes itself."""

    @property
    def at_least(self) -> Decimal | None:
        """From this number on."""

    @property
    def over(self) -> Decimal | None:
        """Above this number."""

    @property
    def at_most(self) -> Decimal | None:
        """Up to this number."""

    @property
    def below(self) -> Decimal | None:
        """Below this number."""


def shortened(digits: str) -> str:
    """The digits; of a long tail behind the point the first two, and that there are more.

    >>> shortened("1,234,567.895"), shortened("1,234,567.8951234")
    ('1,234,567.895', '1,234,567.89…')
    """
    whole, _, decimals = digits.partition(".")
    return digits if len(decimals) <= _MOST_DECIMALS else f"{whole}.{decimals[:2]}…"


def place_of(clause: Clause, lang: Lang) -> str:
    """Where a clause stands, and in which other published texts it is read."""
    if not clause.readings:
        return clause.item.say(lang)
    others = say("policy.list_joint", lang).join(each.item.say(lang) for each in clause.readings)
    return say("values.also_read", lang, item=clause.item.say(lang), others=others)


@lru_cache(maxsize=4096)
def _yuan(amount: Decimal, lang: Lang, *, wan: bool) -> str:
    """An amount in words; an answer states the same few again and again."""
    digits = shortened(write_yuan(amount))
    if wan and abs(amount) >= _TEN_THOUSAND:
        in_wan = write_wan(amount)
        if in_wan == shortened(in_wan):
            return say("values.yuan_wan", lang, amount=digits, wan=in_wan)
    return say("values.yuan", lang, amount=digits)


class PolicyPhrasing:
    """Says the parts of one policy in one language.

    Attributes:
        policy: the policy.
        lang: the language.
        colon: the colon of the language.
        gap: what stands between two sentences.
    """

    def __init__(self, policy: Policy, lang: Lang) -> None:
        self.policy = policy
        self.lang: Lang = language(lang)
        self.colon = self.say("values.colon")
        self.gap = " " if lang == "en" else ""

    def say(self, key: str, /, *variant: str, **values: object) -> str:
        """A phrase of `words`."""
        return say(key, self.lang, *variant, **values)

    # ---- names -----------------------------------------------------------------------------

    def text(self, text: Bilingual) -> str:
        """A text or label of the policy."""
        return text.say(self.lang)

    def event(self, kind: str) -> str:
        """An event's label; of events that earn an award together, as one."""
        return self.text(self.policy.event_label(kind))

    def flag(self, name: str) -> str:
        """A flag's label."""
        return self.text(self.policy.flags[name])

    def figure(self, name: str) -> str:
        """The label of a figure, or of an event whose amounts are read like one."""
        kind = kind_stated(name, self.policy.figures)
        label = self.text(kind or self.policy.events[name])
        year = None if name in self.policy.figures else name_and_year(name)[1]
        return label if year is None else self.say("figures.of_year", label=label, year=year)

    def attribute(self, name: str) -> str:
        """An attribute's label."""
        return self.text(self.policy.attributes[name])

    def value(self, attribute: str, value: str) -> str:
        """The label of an attribute's value."""
        return self.text(self.policy.attributes[attribute].values[value])

    def award(self, award_id: str) -> str:
        """An award's title; an award of another policy by its id."""
        titles = (each.title for each in self.policy.awards if each.id == award_id)
        return next(map(self.text, titles), award_id)

    def group(self, name: str) -> str:
        """What the awards under a common cap are called together."""
        return self.text(self.policy.groups[name].title)

    def law(self, notice_id: str) -> str:
        """The law of a notice."""
        return self.text(self.policy.notice(notice_id).law)

    def listing(self, names: Iterable[str]) -> str:
        """Names, one after the other."""
        return self.say("values.listing_joint").join(names)

    def quoted(self, names: Iterable[str]) -> str:
        """Names, each between quotation marks, one after the other."""
        return (", " if self.lang == "en" else "").join(
            self.say("values.quoted", name=n) for n in names
        )

    def awards(self, names: Iterable[str]) -> str:
        """The titles of awards, each between quotation marks."""
        return self.quoted(map(self.award, names))

    def bracket(self, inner: str) -> str:
        """A text in round brackets."""
        return self.say("values.bracket", inner=inner)

    # ---- numbers ---------------------------------------------------------------------------

    def yuan(self, amount: Decimal, *, wan: bool = False) -> str:
        """An amount; in Chinese with 万元 beside it where asked for."""
        return _yuan(amount, self.lang, wan=wan)

    def rate(self, rate: Decimal) -> str:
        """A percentage."""
        return shortened(write_rate(rate).removesuffix("%")) + "%"

    def unit(self, name: str) -> Unit:
        """What a figure counts; the amounts of an event are yuan."""
        figure = kind_stated(name, self.policy.figures)
        return figure.unit if figure else "yuan"

    def measured(self, number: Decimal, unit: Unit, *, wan: bool = False) -> str:
        """A number in its unit."""
        if unit == "yuan":
            return self.yuan(number, wan=wan)
        if unit == "percent":
            return self.rate(number)
        digits = f"{number:,f}"
        return shortened(digits.rstrip("0").rstrip(".") if "." in digits else digits)

    def range(
        self, least: Decimal, most: Decimal | None, *, unit: Unit = "yuan", wan: bool = False
    ) -> str:
        """One number where both ends are equal, otherwise both."""
        lower = self.measured(least, unit, wan=wan)
        if most is None:
            return self.say("values.no_limit", least=lower)
        if least == most:
            return lower
        return self.say("values.between", least=lower, most=self.measured(most, unit, wan=wan))

    def payable(self, answer: Assessment, *, wan: bool = False) -> str:
        """What is payable in all: the amount, one of a few, or a range."""
        if answer.one_of:
            each = [self.measured(amount, "yuan", wan=wan) for amount in answer.one_of]
            return self.say("values.one_of_joint").join(each)
        return self.range(answer.payable, answer.payable_at_most, wan=wan)

    def bounds(self, bounds: Bounds, *, unit: Unit = "yuan", wan: bool = False) -> str:
        """A range, or the one number it holds."""
        return self.range(bounds.at_least, bounds.at_most, unit=unit, wan=wan)

    def stated(self, bounds: Bounds, *, unit: Unit = "yuan") -> str:
        """What is known of a number; that it is not stated where that is nothing."""
        return (
            self.say("values.not_stated") if bounds == ANYTHING else self.bounds(bounds, unit=unit)
        )

    def within(self, numbers: Bounded, unit: Unit) -> str:
        """Bounds in the law's words, each of which says whether it includes the number."""
        if numbers.at_least is not None and numbers.at_least == numbers.at_most:
            return self.say("values.bound_exactly", number=self.bound(numbers.at_least, unit))
        said = [
            self.say("values.bound", key, number=self.bound(number, unit))
            for key, number in (
                ("at_least", numbers.at_least),
                ("over", numbers.over),
                ("at_most", numbers.at_most),
                ("below", numbers.below),
            )
            if number is not None
        ]
        if not said:
            return self.say("values.bound_none")
        return (
            said[0]
            if len(said) == 1
            else self.say("values.bound_both", lower=said[0], upper=said[1])
        )

    def bound(self, number: Decimal, unit: Unit) -> str:
        """A number that a text sets; in Chinese in 万元 as such texts write it."""
        if unit != "yuan":
            return self.measured(number, unit)
        amount, in_wan = shortened(write_yuan(number)), write_wan(number)
        written_in_wan = abs(number) >= _TEN_THOUSAND and in_wan == shortened(in_wan)
        key, whole = (
            "values.set_wan" if written_in_wan else "values.set_yuan",
            amount.removesuffix(".00"),
        )
        return self.say(key, amount=amount, whole=whole, wan=in_wan)

    # ---- periods ---------------------------------------------------------------------------

    def span(self, *, years: int = 0, months: int = 0, days: int = 0) -> str:
        """A length of time."""
        counts = (("year", years), ("month", months), ("day", days))
        parts = (
            self.say("values.span", key, "one" if n == 1 else "many", n=n) for key, n in counts if n
        )
        return self.say("values.span_joint").join(parts)

    def period(self, years: int, months: int) -> str:
        """A full period."""
        key, n = ("year", years) if years else ("month", months)
        full = self.say("values.full", key, "one" if n == 1 else "many", n=n)
        if not years or not months:
            return full
        spans = self.span(months=months), self.span(years=years, months=months)
        return self.say("values.full_both", years=full, months=spans[0], span=spans[1])

    # ---- sources ---------------------------------------------------------------------------

    def clause(self, clause_id: str) -> str:
        """Where a clause stands, and in which other published texts it is read."""
        return place_of(self.policy.clauses[clause_id], self.lang)

    def source(self, ground: Ground | None) -> str:
        """The clause that something rests on, or that it is assumed, as a tag behind it."""
        if ground is None:
            return ""
        if ground.clause:
            return self.say("values.clause_tag", item=self.clause(ground.clause))
        return self.say("values.assumed_tag")

    def part_source(self, path: str) -> str:
        """What a part of the policy rests on, as a tag behind it."""
        return self.source(self.policy.grounds[path])

    def how_read(self, words: Quotation) -> str:
        """How they were read, where that is not word for word from an official site."""
        said = [self.say("values.paraphrase")] if words.paraphrase else []
        said += [] if words.read == "official" else [self.say("values.read", words.read)]
        return self.say("policy.list_joint").join(said)


class Phrasing(PolicyPhrasing):
    """Says the parts of one assessment in one language.

    Attributes:
        answer: the assessment.
    """

    def __init__(self, answer: Assessment, lang: Lang) -> None:
        super().__init__(answer.policy, lang)
        self.answer = answer
