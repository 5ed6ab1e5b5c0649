"""`compare`: the same enterprises under two policies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.case import Case, known_cases
from listing_rewards.comparison.because import because
from listing_rewards.comparison.effects import (
    AwardEffect,
    AwardTotals,
    Comparison,
    Effect,
    EnterpriseEffect,
)
from listing_rewards.engines.exact import assess
from listing_rewards.errors import InvalidCase
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.diff import Change, diff
from listing_rewards.policy.figures import kind_stated
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import exact
from listing_rewards.values.range import NOTHING, Bounds, total


@exact
def compare(cases: Iterable[Case], a: Policy, b: Policy, *, as_of: date) -> Comparison:
    """What changes for these enterprises if `b` stands in the place of `a`?

    Compared is what they are entitled to on the day `as_of`, before payments. A fact that only
    one of the policies declares is left out for the other, which could not read it.

    Args:
        cases: what happened, enterprise by enterprise.
        a: the policy before.
        b: the policy after.
        as_of: the as-of date, as in `assess`.

    Raises:
        InvalidCase: a case states what neither policy declares, or what cannot have happened; or
            what was given are no cases.
        InvalidPolicy: one of the policies is none.

    >>> from datetime import date
    >>> from listing_rewards import Case, compare, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
    ... })
    >>> before, after = map(load_policy, ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"))
    >>> effect = compare([case], before, after, as_of=date(2024, 1, 1)).enterprises[0]
    >>> effect.effect, effect.awards[0].because    # the amount was unknown before
    ('open', ('awards.neeq_listed.amount',))
    """
    day = read_day(as_of)
    changes = diff(a, b)
    both = facts_of_both(a, b)
    pairs: list[tuple[Assessment, Assessment]] = []
    for case in known_cases(cases):
        if faults := faults_against(case, both):
            raise InvalidCase(*faults)
        before, after = (assess(as_read_by(case, each), each, as_of=day) for each in (a, b))
        pairs.append((before, after))
    return Comparison(
        policies=(a.id, b.id),
        as_of=day,
        before=(old := total(before.entitled for before, _ in pairs)),
        after=(new := total(after.entitled for _, after in pairs)),
        difference=_difference(old, new),
        awards=tuple(_totals(pairs, a, b)),
        enterprises=tuple(_enterprise(before, after, changes) for before, after in pairs),
    )


def facts_of_both(a: Policy, b: Policy) -> Policy:
    """The second policy, with every fact and award that only the first one declares besides.

    It is for reading tables and cases, never for assessing.
    """
    own = {award.id for award in b.awards}
    return b.model_copy(
        update={
            "events": {**a.events, **b.events},
            "figures": {**a.figures, **b.figures},
            "flags": {**a.flags, **b.flags},
            "attributes": {**a.attributes, **b.attributes},
            "awards": (*b.awards, *(each for each in a.awards if each.id not in own)),
            "counts_payments_under": (*b.counts_payments_under, a.id, *a.counts_payments_under),
        }
    )


def as_read_by(case: Case, policy: Policy) -> Case:
    """What of a case a policy declares."""
    awards = {award.id: award for award in policy.awards}
    ceilings = {name for name, award in awards.items() if award.is_a_ceiling}
    events = tuple(
        event if policy.events[event.kind].amount else event.model_copy(update={"amount": None})
        for event in case.events
        if event.kind in policy.events
    )
    return case.model_copy(
        update={
            "events": events,
            "figures": {
                name: value
                for name, value in case.figures.items()
                if kind_stated(name, policy.figures) is not None
            },
            "flags": _kept(case.flags, policy.flags),
            "attributes": _kept(case.attributes, policy.attributes),
            "approved": _kept(case.approved, ceilings),
            "applied": _kept(case.applied, awards),
            "payments": tuple(each for each in case.payments if each.award in awards),
            "absent": tuple(name for name in case.absent if name in policy.events),
        }
    )


def _kept(stated: Mapping[str, object], known: Iterable[str]) -> dict[str, object]:
    names = set(known)
    return {name: value for name, value in stated.items() if name in names}


def _lines(answer: Assessment) -> dict[str, AwardLine]:
    return {line.award: line for line in answer.lines}


def _awards(a: Policy, b: Policy) -> tuple[str, ...]:
    return tuple(dict.fromkeys(award.id for policy in (b, a) for award in policy.awards))


def _totals(
    pairs: list[tuple[Assessment, Assessment]], a: Policy, b: Policy
) -> Iterator[AwardTotals]:
    lines = [(_lines(before), _lines(after)) for before, after in pairs]
    for name in _awards(a, b):
        yield AwardTotals(
            award=name,
            before=(old := total(_entitled(before, name) for before, _ in lines)),
            after=(new := total(_entitled(after, name) for _, after in lines)),
            difference=_difference(old, new),
        )


def _entitled(lines: Mapping[str, AwardLine], name: str) -> Bounds:
    return lines[name].entitled if name in lines else NOTHING


def _enterprise(
    before: Assessment, after: Assessment, changes: tuple[Change, ...]
) -> EnterpriseEffect:
    old, new = _lines(before), _lines(after)
    awards = [
        AwardEffect(
            award=name,
            before=_entitled(old, name),
            after=_entitled(new, name),
            status_before=old[name].status if name in old else None,
            status_after=new[name].status if name in new else None,
            because=because(name, before.policy, after.policy, changes),
        )
        for name in _awards(before.policy, after.policy)
        if _entitled(old, name) != _entitled(new, name)
    ]
    return EnterpriseEffect(
        enterprise=after.case.enterprise,
        effect=_effect(before.entitled, after.entitled),
        before=before.entitled,
        after=after.entitled,
        difference=_difference(before.entitled, after.entitled),
        awards=tuple(awards),
    )


def _difference(before: Bounds, after: Bounds) -> Decimal | None:
    both = before.determined and after.determined
    return after.at_least - before.at_least if both else None


def _effect(before: Bounds, after: Bounds) -> Effect:
    if before == after:
        return "same"
    if before.at_most is not None and after.at_least > before.at_most:
        return "gains"
    if after.at_most is not None and after.at_most < before.at_least:
        return "loses"
    return "open"
