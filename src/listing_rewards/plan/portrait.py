"""One enterprise on one page: where it stands, what comes next, what it may receive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import Assessment
from listing_rewards.assessment.part import Part, Status
from listing_rewards.case import Case, Enterprise
from listing_rewards.engines.exact import assess
from listing_rewards.plan.calendar import Due, calendar
from listing_rewards.plan.documents import of_document
from listing_rewards.plan.screening import Screening, screen
from listing_rewards.policy.model import Policy
from listing_rewards.policy.standards import Standard
from listing_rewards.values.day import LATEST, Day, corresponding_day, read_day
from listing_rewards.values.money import ZERO, Exact, exact
from listing_rewards.values.range import Bounds


@dataclass(frozen=True, slots=True)
class Rung(Part):
    """One event of the ladder that earns an award."""

    event: str
    on: Day | None
    """The first day on which it happened; None where it did not, or is not stated."""
    earliest: Day | None
    """Where it has not: the first day on which a period that must be full before it is; None
    where no period runs."""


@dataclass(frozen=True, slots=True)
class AwardStanding(Part):
    """One award of one policy."""

    policy: str
    award: str
    status: Status
    entitled: Bounds
    """Yuan it is entitled to."""
    paid: Exact
    """Yuan that were paid."""
    payable: Bounds
    """Yuan that are payable."""
    may_come: Bounds
    """Yuan that the rule would still give where the award is not reached, before common caps; 0
    where the policy ends before it could be earned, or the award was decided on."""


@dataclass(frozen=True, slots=True)
class Room(Part):
    """What is left under a common cap."""

    policy: str
    group: str
    cap: Exact | None
    """Yuan; None where it depends on what is not known."""
    left: Exact | None
    """Yuan not entitled to and not paid yet."""


@dataclass(frozen=True, slots=True)
class Missing(Part):
    """A fact that is not known."""

    document: str
    """The policy or standard that asks for it."""
    fact: str
    """The event, figure, flag, attribute or award."""
    at_stake: Exact | None
    """Yuan between what is certain and the most, of the awards that it bears on; 0 for a standard,
    None where no limit is known."""


@dataclass(frozen=True, slots=True)
class LawStanding(Part):
    """A law that bears on some awards."""

    policy: str
    notice: str
    """The notice of the policy that tells it."""
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumed(Part):
    """The amount of an award that the source does not give."""

    policy: str
    award: str


@dataclass(frozen=True, slots=True)
class Portrait(Part):
    """One enterprise as of a day. 企业上市画像."""

    enterprise: Enterprise
    as_of: Day
    ladder: tuple[Rung, ...]
    """The events that earn an award under the first policy and happen once, in its order."""
    awards: tuple[AwardStanding, ...]
    """Every award of every policy. Those of several policies are not added up: whether they may be
    had together is for the documents to say."""
    rooms: tuple[Room, ...]
    """Every common cap."""
    screenings: tuple[Screening, ...]
    """The enterprise against each standard."""
    missing: tuple[Missing, ...]
    """What is not known, the most yuan first."""
    due: tuple[Due, ...]
    """What falls due within a year."""
    laws: tuple[LawStanding, ...]
    """The laws that bear on awards on the day; they are to be reviewed, and change no amount."""
    assumed: tuple[Assumed, ...]
    """The amounts of awards that a policy assumes."""


@exact
def portrait(
    case: Case, policies: Sequence[Policy], standards: Sequence[Standard], as_of: date
) -> Portrait:
    """Where an enterprise stands, what comes next and from which day, and what hangs on it.

    Args:
        case: the enterprise. What one of the documents does not declare is left out for it.
        policies: what is granted; the first gives the ladder.
        standards: what it is checked against.
        as_of: the as-of date.

    Raises:
        InvalidCase: the case states what cannot have happened.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.plan import portrait
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2024-05-06"}],
    ... })
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> found = portrait(case, [policy], [], date(2024, 12, 31))
    >>> [(each.event, str(each.on), str(each.earliest)) for each in found.ladder][3]
    ('bse_accepted', 'None', '2025-05-06')
    """
    day = read_day(as_of)
    answers = [assess(of_document(case, each), each, as_of=day) for each in policies]
    screenings = tuple(screen(of_document(case, each), each, day) for each in standards)
    year = min(corresponding_day(day, years=1), LATEST)
    due = calendar([case], policies, standards, day, first=day, last=year)
    return Portrait(
        enterprise=case.enterprise,
        as_of=day,
        ladder=tuple(_ladder(case, answers[0])) if answers else (),
        awards=tuple(each for answer in answers for each in _awards(case, answer)),
        rooms=tuple(each for answer in answers for each in _rooms(answer)),
        screenings=screenings,
        missing=tuple(_missing(answers, screenings)),
        due=due,
        laws=tuple(
            LawStanding(policy.id, each.id, each.awards)
            for policy in policies
            for each in policy.notices
            if each.since <= day
        ),
        assumed=tuple(
            Assumed(policy.id, award.id)
            for policy in policies
            for award in policy.awards
            if award.amount.assumed is not None
        ),
    )


def _full_from(case: Case, answer: Assessment) -> dict[str, date]:
    """The first day on which the last period that an award waits for is full, by award."""
    periods = calendar([case], [answer.policy], [], answer.as_of, first=answer.as_of, last=LATEST)
    return {
        award: each.on for each in periods if each.happens == "period_full" for award in each.awards
    }


def _ladder(case: Case, answer: Assessment) -> Iterator[Rung]:
    full = _full_from(case, answer)
    for award in answer.policy.awards:
        for event in award.events:
            if answer.policy.events[event].repeats:
                continue
            days = [each.on for each in case.events if each.kind == event]
            on = min((day for day in days if day <= answer.as_of), default=None)
            yield Rung(event, on, None if on else full.get(award.id))


def _awards(case: Case, answer: Assessment) -> Iterator[AwardStanding]:
    ends, full = answer.policy.in_force.end, _full_from(case, answer)
    for line in answer.lines:
        soonest = max(answer.as_of, full.get(line.award, answer.as_of))
        waits = line.status == "not_reached" and (ends is None or soonest <= ends)
        yield AwardStanding(
            policy=answer.policy.id,
            award=line.award,
            status=line.status,
            entitled=line.entitled,
            paid=line.paid,
            payable=line.payable,
            may_come=line.nominal if waits else Bounds(ZERO, ZERO),
        )


def _rooms(answer: Assessment) -> Iterator[Room]:
    for group in answer.groups:
        cap = group.cap.at_least if group.cap.determined else None
        used = max(group.entitled.at_least, group.paid)
        left = None if cap is None else max(cap - used, ZERO)
        yield Room(answer.policy.id, group.group, cap, left)


def _missing(answers: Iterable[Assessment], screenings: Iterable[Screening]) -> list[Missing]:
    found = [
        Missing(answer.policy.id, need.name, _at_stake(answer, need.awards))
        for answer in answers
        for need in answer.needs
    ]
    for screening in screenings:
        for each in screening.needs:
            found.append(Missing(screening.standard, each.partition(".")[2], ZERO))
    return sorted(found, key=_by_yuan)


def _by_yuan(missing: Missing) -> tuple[bool, Decimal, str, str]:
    """The most yuan first, those without a limit before all."""
    stake = missing.at_stake
    return stake is not None, -(stake or ZERO), missing.document, missing.fact


def _at_stake(answer: Assessment, awards: Iterable[str]) -> Decimal | None:
    whole = ZERO
    for award in awards:
        payable = answer.line(award).payable
        if payable.at_most is None:
            return None
        whole += payable.at_most - payable.at_least
    return whole
