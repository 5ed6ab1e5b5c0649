"""Names, amounts and sources of a policy, and of an assessment under it, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from listing_rewards.assessment import Assessment
from listing_rewards.bounds import Bounds
from listing_rewards.errors import Lang
from listing_rewards.money import write_rate, write_wan, write_yuan
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual, Ground
from listing_rewards.report.words import say


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
        self.lang: Lang = lang
        self.colon = ": " if lang == "en" else "："
        self.gap = " " if lang == "en" else ""

    def say(self, key: str, **values: object) -> str:
        """A phrase of `words`."""
        return say(self.lang, key, **values)

    def text(self, text: Bilingual) -> str:
        """A text or label of the policy."""
        return text.say(self.lang)

    def event(self, kind: str) -> str:
        """An event's label."""
        return self.text(self.policy.events[kind])

    def flag(self, name: str) -> str:
        """A flag's label."""
        return self.text(self.policy.flags[name])

    def award(self, award_id: str) -> str:
        """An award's title; an award of another policy by its id."""
        titles = (each.title for each in self.policy.awards if each.id == award_id)
        return next(map(self.text, titles), award_id)

    def law(self, notice_id: str) -> str:
        """The law of a notice."""
        return self.text(self.policy.notice(notice_id).law)

    def listing(self, names: Iterable[str]) -> str:
        """Names, one after the other."""
        return (", " if self.lang == "en" else "、").join(names)

    def bracket(self, inner: str) -> str:
        """A text in round brackets."""
        return f" ({inner})" if self.lang == "en" else f"（{inner}）"

    def yuan(self, amount: Decimal, *, wan: bool = False) -> str:
        """An amount; in Chinese with 万元 beside it where asked for."""
        if wan and amount:
            return self.say("yuan_wan", amount=write_yuan(amount), wan=write_wan(amount))
        return self.say("yuan", amount=write_yuan(amount))

    def rate(self, rate: Decimal) -> str:
        """A percentage."""
        return write_rate(rate)

    def years(self, years: int) -> str:
        """A number of full years."""
        return self.say("years_one" if years == 1 else "years_many", years=years)

    def range(self, least: Decimal, most: Decimal | None, *, wan: bool = False) -> str:
        """One amount where both ends are equal, otherwise both."""
        if most is None:
            return self.say("no_limit", least=self.yuan(least, wan=wan))
        if least == most:
            return self.yuan(least, wan=wan)
        return self.say("between", least=self.yuan(least, wan=wan), most=self.yuan(most, wan=wan))

    def bounds(self, bounds: Bounds, *, wan: bool = False) -> str:
        """A range, or the one amount it holds."""
        return self.range(bounds.at_least, bounds.at_most, wan=wan)

    def source(self, ground: Ground | None) -> str:
        """The clause that something rests on, or that it is assumed, as a tag behind it."""
        if ground is None:
            return ""
        if ground.clause:
            item = self.text(self.policy.clauses[ground.clause].item)
            return self.say("clause_tag", item=item)
        return self.say("assumed_tag")

    def part(self, where: str) -> str:
        """The part of the policy that a path names, in words."""
        table, _, rest = where.partition(".")
        name = rest.removesuffix(".amount")
        match table:
            case "awards":
                return self.award(name)
            case "groups":
                return self.text(self.policy.groups[name].title)
            case "flags":
                return self.flag(name)
            case _:
                return self.say(f"part_{table}")


class Phrasing(PolicyPhrasing):
    """Says the parts of one assessment in one language.

    Attributes:
        answer: the assessment.
    """

    def __init__(self, answer: Assessment, lang: Lang) -> None:
        super().__init__(answer.policy, lang)
        self.answer = answer

    def assumptions_by_reason(self) -> list[tuple[str, list[str]]]:
        """Each reason once, with the parts of the policy it is given for."""
        found: dict[str, list[str]] = {}
        for each in self.answer.assumptions:
            found.setdefault(self.text(each.reason), []).append(self.part(each.where))
        return list(found.items())
