"""The order of the rules, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from listing_rewards.assessment import Assessment
from listing_rewards.case import Case
from listing_rewards.engines.exact.exposure import exposures_of
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.grounds import awards_by_notice, merged_assumptions, raised
from listing_rewards.engines.exact.lines import lines_of
from listing_rewards.engines.exact.machine import ExactAwards
from listing_rewards.engines.exact.needs import merged_needs
from listing_rewards.engines.exact.parts import assessment
from listing_rewards.engines.exact.remarks import remarks_of
from listing_rewards.engines.exact.settling import Together, settled
from listing_rewards.engines.exact.stakes import by_stake
from listing_rewards.engines.exact.together import totals_of
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import ZERO, exact
from listing_rewards.version import __version__


@exact
def assess(case: Case, policy: Policy, *, as_of: date) -> Assessment:
    """What is payable to the enterprise of `case` under `policy` on the day `as_of`, and why?

    Args:
        case: what happened, as stated.
        policy: what the document grants, from `load_policy`.
        as_of: the as-of date. Events and payments dated later do not count yet, and the answer
            says so; those dated on it count.

    Raises:
        InvalidCase: the case states what the policy does not declare, or what cannot have
            happened (an acceptance before the listing it needs, a payment written twice); every
            fault at once, with path and nearest name.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
    ... })
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2024, 1, 1))
    >>> answer.payable, answer.payable_at_most      # the source gives no amount for the stage
    (Decimal('0.00'), Decimal('9000000.00'))
    """
    return _answer(case, policy, _day(as_of), over_scenarios=True)


@exact
def assess_in_one_pass(case: Case, policy: Policy, *, as_of: date) -> Assessment:
    """The same, each place that reads an unknown fact taken by itself: totals may be wider.

    A frame, a workbook and a proof compute so.
    """
    return _answer(case, policy, _day(as_of), over_scenarios=False)


def _answer(
    case: Case,
    policy: Policy,
    day: date,
    *,
    over_scenarios: bool,
) -> Assessment:
    _refuse(case, policy)
    facts = Facts(case, policy, day)
    awards = ExactAwards(facts)
    settlements = list(_settlements(awards, policy))
    found = {name: line for each in settlements for name, line in lines_of(each, awards)}
    lines = {name: found[name] for name in awards.relations.awards}
    ordered = tuple(lines.values())
    totals = totals_of(facts, awards.exact, settlements, over_scenarios=over_scenarios)
    needs = merged_needs(ordered)
    if needs and over_scenarios:
        needs = by_stake(needs, lines, facts, totals)
    exposures = tuple(exposures_of(awards.conditions.register, lines))
    bears_on = awards_by_notice(lines)
    return assessment(
        payable=totals.payable.at_least,
        payable_at_most=totals.payable.at_most,
        determined=totals.payable.determined,
        exact=totals.exact,
        one_of=totals.one_of,
        entitled=totals.entitled,
        paid=sum(facts.paid.values(), ZERO),
        overpaid=totals.overpaid,
        withheld=totals.withheld,
        as_of=day,
        version=__version__,
        lines=ordered,
        groups=totals.groups,
        needs=needs,
        notices=tuple(raised(policy, bears_on)),
        assumptions=merged_assumptions(ordered, exposures, facts),
        remarks=tuple(remarks_of(awards, lines, bears_on)),
        exposures=exposures,
        case=case,
        policy=policy,
    )


def _refuse(case: Case, policy: Policy) -> None:
    """Refuse what is no case or policy, and a case that does not fit the policy."""
    if not isinstance(case, Case):
        raise InvalidCase(fault("not_a_case", type(case).__name__))
    if faults := faults_against(case, known_policy(policy)):
        raise InvalidCase(*faults)


def _day(as_of: date) -> date:
    try:
        return read_day(as_of)
    except InvalidCase:
        raise InvalidCase(fault("as_of_not_a_day", repr(as_of))) from None


def _settlements(awards: ExactAwards, policy: Policy) -> Iterator[Together]:
    """The awards that share a cap, group by group, in the policy's order; then the others."""
    for name in (*policy.groups, None):
        yield settled(awards, name, awards.relations.members[name])
