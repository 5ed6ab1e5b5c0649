"""The effect of one policy in the place of another as a text: totals, who gains, who loses, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from listing_rewards.comparison import AwardEffect, Comparison, Effect, EnterpriseEffect
from listing_rewards.errors import Lang
from listing_rewards.policy.diff import diff
from listing_rewards.policy.model import Policy
from listing_rewards.report.amendment import amendment
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import write_yuan
from listing_rewards.values.range import Bounds
from listing_rewards.words import say


def effect_text(comparison: Comparison, a: Policy, b: Policy, lang: Lang = "en") -> str:
    """The whole comparison in one language; `a` and `b` are the policies that were compared."""
    return "\n".join(_EffectText(comparison, a, b, lang).lines())


class _EffectText:
    """Says a comparison in one language."""

    def __init__(self, comparison: Comparison, a: Policy, b: Policy, lang: Lang) -> None:
        self._comparison = comparison
        self._policies = a, b
        self._lang: Lang = lang
        self._old, self._new = PolicyPhrasing(a, lang), PolicyPhrasing(b, lang)
        parts = dict.fromkeys(change.where[:2] for change in diff(a, b))
        self._items = {".".join(where): n for n, where in enumerate(parts, start=1)}

    def lines(self) -> Iterator[str]:
        """Totals by award, then enterprise by enterprise, then what the documents change."""
        whole = self._comparison
        first, second = whole.policies
        enterprises = len(whole.enterprises)
        yield self._say("comparison.head", a=first, b=second, day=whole.as_of, n=enterprises)
        effects: tuple[Effect, ...] = ("gains", "loses", "same", "open")
        yield self._say("comparison.counts", **{each: len(whole.having(each)) for each in effects})
        yield ""
        yield self._say("comparison.totals")
        for award in whole.awards:
            name = self._award(award.award)
            yield "- " + self._change(name, award.before, award.after, award.difference)
        total = self._say("comparison.total")
        yield "= " + self._change(total, whole.before, whole.after, whole.difference)
        for effect in ("gains", "loses", "open"):
            yield from self._those(effect, whole.having(effect))
        yield ""
        yield self._say("comparison.changes")
        yield amendment(*self._policies, self._lang)

    def _those(self, effect: Effect, enterprises: Sequence[EnterpriseEffect]) -> Iterator[str]:
        if enterprises:
            yield ""
            yield self._say("comparison.who", effect)
        for each in enterprises:
            name = each.enterprise.name
            yield "- " + self._change(name, each.before, each.after, each.difference)
            yield from (f"    {self._award_line(award)}" for award in each.awards)

    def _award_line(self, effect: AwardEffect) -> str:
        before = (
            self._amount(effect.before) if effect.status_before else self._say("comparison.nothing")
        )
        after = (
            self._amount(effect.after) if effect.status_after else self._say("comparison.nothing")
        )
        name = self._award(effect.award)
        items = dict.fromkeys(self._item(path) for path in effect.because)
        listed = self._new.listing(map(str, sorted(items)))
        why = (
            self._say("comparison.because", items=listed)
            if items
            else self._say("comparison.as_before")
        )
        return self._say("comparison.from_to", name=name, before=before, after=after) + why

    def _item(self, path: str) -> int:
        """The number under which the amendment tells a change."""
        return next(
            n for where, n in self._items.items() if path == where or path.startswith(f"{where}.")
        )

    def _award(self, award: str) -> str:
        known = {each.id for each in self._new.policy.awards}
        return (self._new if award in known else self._old).award(award)

    def _change(self, name: str, before: Bounds, after: Bounds, difference: Decimal | None) -> str:
        if before == after:
            return self._say("comparison.unchanged", name=name, before=self._amount(before))
        said = self._say(
            "comparison.from_to", name=name, before=self._amount(before), after=self._amount(after)
        )
        if difference is None:
            return said
        sign = "+" if difference > 0 else "-"
        return said + self._say(
            "comparison.difference", difference=f"{sign}{write_yuan(abs(difference))}"
        )

    def _amount(self, amount: Bounds) -> str:
        return self._new.bounds(amount)

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say(key, self._lang, *variant, **values)
