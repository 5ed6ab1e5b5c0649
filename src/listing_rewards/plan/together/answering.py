"""One enterprise under several documents at once: what adds up, what is set off, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Literal, TypeAlias

from listing_rewards.assessment import Assessment
from listing_rewards.assessment.part import Part
from listing_rewards.case import Case, Enterprise
from listing_rewards.engines.exact import assess
from listing_rewards.errors import Fault, InvalidCase, InvalidPolicy, fault
from listing_rewards.plan.documents import facts_of, of_document
from listing_rewards.plan.together.combining import Combined, Grant, combined, connected
from listing_rewards.plan.together.joint_caps import Given, JointCap, capped, joint_caps
from listing_rewards.plan.together.standing import Readings, Standing, readings, standings
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import Day, read_day
from listing_rewards.values.money import ZERO, Exact, exact
from listing_rewards.values.range import ANYTHING, NOTHING, Bounds, exactly, total

MOST_POLICIES = 24
"""One answer is over at most so many documents."""

Undecided: TypeAlias = Literal[
    "undeclared",
    "contradict",
    "each_sets_off",
    "each_other_only",
    "same_amount",
    "order",
    "gives_way",
    "paid_beyond",
]
"""What a person decides: no document says how two stand; two say otherwise; each sets off against
the other; each gives nothing where the other gives anything; two give the same, and which of them
is open; two set off against one, or some in a circle, so that somebody must be first; several
declare a joint cap, and which of them gives less for it is open; a document paid more than it gives
beside the others."""


@dataclass(frozen=True, slots=True)
class Under(Part):
    """What one document gives, alone and beside the others. All amounts are yuan."""

    policy: str
    alone: Bounds
    """What the enterprise is entitled to under it alone."""
    entitled: Bounds
    """What it gives beside the others."""
    paid: Exact
    """Paid under it by the as-of date."""
    payable: Bounds
    """Still to be paid under it, as far as it is due."""


@dataclass(frozen=True, slots=True)
class SharedGrant(Part):
    """What one document grants for events that another one rewards as well."""

    policy: str
    awards: tuple[str, ...]
    alone: Bounds
    gives: Bounds


@dataclass(frozen=True, slots=True)
class Shared(Part):
    """Events that several documents reward."""

    events: tuple[str, ...]
    grants: tuple[SharedGrant, ...]
    total: Bounds
    """What all of them give together."""
    standings: tuple[Standing, ...]
    """How every two of them stand."""


@dataclass(frozen=True, slots=True)
class Decision(Part):
    """What is open until a person decides."""

    what: Undecided
    policies: tuple[str, ...]
    events: tuple[str, ...]
    """The events concerned; none where it is about all that was paid."""
    at_stake: Exact | None
    """The most yuan that hang on it; None where no limit is known."""


@dataclass(frozen=True, slots=True)
class Together(Part):
    """What one enterprise is entitled to under several documents together. All amounts are yuan.

    Its totals have one order: each document alone; events that several reward; joint caps; what was
    paid.
    """

    enterprise: Enterprise
    as_of: Day
    policies: tuple[Under, ...]
    """By policy id."""
    shared: tuple[Shared, ...]
    decisions: tuple[Decision, ...]
    caps: tuple[JointCap, ...]
    """The joint caps, in the order in which they are applied: the lowest first."""
    alone: Bounds
    """The sum of what each document gives alone."""
    not_twice: Bounds
    """What of it is not given, since two documents reward the same event."""
    capped: Bounds
    """What of the rest is above the joint caps."""
    entitled: Bounds
    """What is left. 核定合计."""
    paid: Exact
    payable: Bounds
    """Still to be paid, as far as it is due. 应付合计."""
    determined: bool
    """Whether `payable` is one amount."""
    answers: tuple[Assessment, ...]
    """The answer under each document alone, with its case and policy."""

    @property
    def decided(self) -> bool:
        """Whether nothing is left to a person."""
        return not self.decisions

    def __repr__(self) -> str:
        who, n = self.enterprise.name, len(self.policies)
        return f"<Together: {who}, {n} policies, as of {self.as_of}, payable {self.payable}>"


@exact
def assess_all(case: Case, policies: Sequence[Policy], as_of: date) -> Together:
    """What is payable under several documents together: added up, set off, capped, or open?

    Args:
        case: what happened. Each document reads what it declares of it. A payment names the
            policy it was made under, unless only one of them has such an award.
        policies: the documents, in any order; each declares under ``beside`` how it stands to
            others that reward the same event. Where none of two does, only the higher is certain
            and no more than the sum is possible.
        as_of: the as-of date, as in `assess`.

    Raises:
        InvalidCase: the case states what none of the documents declares, or what cannot have
            happened; or a payment could be under more than one of them.
        InvalidPolicy: there is none, or more than `MOST_POLICIES`, or one of them twice, or one
            that another one extends.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.plan import assess_all
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2024-05-06"}],
    ... })
    >>> one = load_policy("zhanjiang-bse-2023-illustrative")
    >>> other = one.model_copy(update={"id": "our-county-2024", "based_on": {}})
    >>> found = assess_all(case, [one, other], date(2024, 12, 31))
    >>> found.decisions[0].what, str(found.payable)    # neither says how it stands to the other
    ('undeclared', '500000.00 to 1000000.00')
    """
    day = read_day(as_of)
    documents = _in_order(policies)
    ids = {each.id for each in documents}
    faults = [*_unnamed_payments(case, documents)]
    if faults := [*faults, *faults_against(case, facts_of(documents))]:
        raise InvalidCase(*faults)
    answers = [assess(_read_by(case, each, ids), each, as_of=day) for each in documents]
    return _together(case, documents, answers, day)


def _in_order(policies: Sequence[Policy]) -> list[Policy]:
    """The documents by id, so that the order in which they are given means nothing."""
    documents = sorted((known_policy(each) for each in policies), key=lambda it: it.id)
    ids = [each.id for each in documents]
    if not 0 < len(documents) <= MOST_POLICIES:
        raise InvalidPolicy(fault("not_so_many_policies", len(documents), most=MOST_POLICIES))
    if twice := [each for each in ids if ids.count(each) > 1]:
        raise InvalidPolicy(fault("policy_twice", twice[0]))
    for each in documents:
        if base := next((it for it in each.based_on if it in ids), None):
            raise InvalidPolicy(fault("policy_and_its_base", each.id, base=base))
    return documents


def _unnamed_payments(case: Case, documents: Sequence[Policy]) -> Iterator[Fault]:
    for at, payment in enumerate(case.payments):
        having = [it.id for it in documents if payment.award in it.relations.awards]
        if payment.policy is None and len(having) > 1:
            path = f"payments[{at}].policy"
            yield fault("payment_of_which_policy", payment.award, path=path, accepted=having)


def _read_by(case: Case, policy: Policy, ids: set[str]) -> Case:
    """What of a case a document reads; what was paid under another of them is that one's."""
    read = of_document(case, policy)
    others = ids - {policy.id}
    own = tuple(each for each in read.payments if each.policy not in others)
    return read if len(own) == len(read.payments) else read.model_copy(update={"payments": own})


def _together(
    case: Case, documents: Sequence[Policy], answers: Sequence[Assessment], day: date
) -> Together:
    stand = standings(documents)
    read = readings(stand)
    parts = [(part, combined(part, read)) for part in connected([*_grants(answers)])]
    alone = {each.policy.id: each.entitled for each in answers}
    given = Given(
        each={name: _beside(name, amount, parts) for name, amount in alone.items()},
        total=_whole([*alone.values()], parts),
        most_of=partial(_most_of, parts, read),
    )
    after, caps = capped(given, joint_caps(documents))
    shared = [_shared(part, found, answers, stand) for part, found in parts if len(part) > 1]
    decisions = [*_decisions(shared, parts), *_giving_way(caps), *_paid_beyond(answers, after)]
    payable = _payable(answers, alone, after)
    return Together(
        enterprise=case.enterprise,
        as_of=day,
        policies=tuple(
            Under(
                policy=each.policy.id,
                alone=each.entitled,
                entitled=after.each[each.policy.id],
                paid=each.paid,
                payable=_still(each, after.each[each.policy.id]),
            )
            for each in answers
        ),
        shared=tuple(shared),
        decisions=tuple(decisions),
        caps=caps,
        alone=total(alone.values()),
        not_twice=total(found.cut for _, found in parts),
        capped=total(each.cut for each in caps),
        entitled=after.total,
        paid=sum((each.paid for each in answers), ZERO),
        payable=payable,
        determined=payable.determined,
        answers=tuple(answers),
    )


_Parts: TypeAlias = Sequence[tuple[list[Grant], Combined]]


def _grants(answers: Sequence[Assessment]) -> Iterator[Grant]:
    """What each document grants, by the events that earn it; what is certainly nothing is none."""
    for answer in answers:
        amounts: dict[frozenset[str], list[Bounds]] = {}
        for line in answer.lines:
            events = frozenset(answer.policy.award(line.award).events)
            amounts.setdefault(events, []).append(line.entitled)
        for events, several in amounts.items():
            amount = total(several).within(answer.entitled)
            if not amount.nothing:
                yield Grant(answer.policy.id, events, amount)


def _beside(policy: str, alone: Bounds, parts: _Parts) -> Bounds:
    """What one document gives beside the others, before joint caps."""
    own = [(each, found) for part, found in parts for each in part if each.policy == policy]
    kept = [found.gives[each] for each, found in own]
    if all(found.gives[each] == each.amount for each, found in own):
        return alone
    taken = total(each.amount.less(found.gives[each]) for each, found in own)
    return total(kept).meet(Bounds(alone.less(taken).at_least, alone.at_most))


def _whole(alone: Sequence[Bounds], parts: _Parts) -> Bounds:
    """What all documents give together, before joint caps."""
    cut = total(found.cut for _, found in parts)
    return total(alone).less(cut).meet(total(found.total for _, found in parts))


def _most_of(
    parts: _Parts, read: Mapping[frozenset[str], Readings], policies: AbstractSet[str]
) -> Bounds:
    """What some documents give together at most, were the others not there.

    Where somebody must be first, that says nothing of what they give beside the others.
    """
    if any(found.tangled for _, found in parts):
        return ANYTHING
    own = [each for part, _ in parts for each in part if each.policy in policies]
    found = total(combined(part, read).total for part in connected(own))
    return Bounds(ZERO, found.at_most)


def _shared(
    part: Sequence[Grant],
    found: Combined,
    answers: Sequence[Assessment],
    stand: Mapping[frozenset[str], Standing],
) -> Shared:
    policies = {each.policy for each in part}
    named = {each.policy.id: each.policy for each in answers}
    return Shared(
        events=tuple(sorted({event for each in part for event in each.events})),
        grants=tuple(
            SharedGrant(
                policy=each.policy,
                awards=tuple(
                    award.id
                    for award in named[each.policy].awards
                    if frozenset(award.events) == each.events
                ),
                alone=each.amount,
                gives=found.gives[each],
            )
            for each in part
        ),
        total=found.total,
        standings=tuple(it for pair, it in stand.items() if pair <= policies),
    )


def _decisions(shared: Sequence[Shared], parts: _Parts) -> Iterator[Decision]:
    several = [found for part, found in parts if len(part) > 1]
    for each, found in zip(shared, several, strict=True):
        names = tuple(dict.fromkeys(it.policy for it in each.grants))
        if found.tangled:
            yield Decision("order", names, each.events, found.cut.at_most)
        for standing in each.standings:
            match standing.stands:
                case "undeclared" | "contradict" | "each_sets_off" | "each_other_only" as what:
                    yield _undecided(what, standing, each)
        if found.tied and not any(it.stands == "each_sets_off" for it in each.standings):
            open_ = tuple(it.policy for it in each.grants if not it.gives.determined)
            yield Decision("same_amount", open_, each.events, ZERO)


def _undecided(what: Undecided, standing: Standing, shared: Shared) -> Decision:
    """Two documents of which a person decides how they stand; the lesser of both hangs on it.

    Where one of them is given and which is open, what hangs on it is how far they are apart.
    """
    a, b = (
        total(it.alone for it in shared.grants if it.policy == name) for name in standing.policies
    )
    match what:
        case "each_sets_off":
            at_stake: Decimal | None = ZERO
        case "each_other_only":
            apart = [a.less(b).at_most, b.less(a).at_most]
            at_stake = None if None in apart else max(each for each in apart if each is not None)
        case _:
            at_stake = min((it for it in (a.at_most, b.at_most) if it is not None), default=None)
    return Decision(what, standing.policies, shared.events, at_stake)


def _giving_way(caps: Sequence[JointCap]) -> Iterator[Decision]:
    """Joint caps that several documents declare and that take something off."""
    for each in caps:
        if len(each.declared_by) > 1 and not each.cut.nothing:
            yield Decision("gives_way", each.declared_by, (), ZERO)


def _paid_beyond(answers: Sequence[Assessment], after: Given) -> Iterator[Decision]:
    """Documents that certainly paid more than they give beside the others."""
    for each in answers:
        beyond = _beyond(each, after.each[each.policy.id])
        if beyond.at_least:
            yield Decision("paid_beyond", (each.policy.id,), (), beyond.at_most)


def _beyond(answer: Assessment, given: Bounds) -> Bounds:
    """What was paid within what a document gives alone, and is beyond what it gives beside."""
    if given == answer.entitled:
        return NOTHING
    rightly = answer.entitled.less(_owed(answer))
    return rightly.less(given)


def _owed(answer: Assessment) -> Bounds:
    """What is not paid yet of what each award gives, due or not."""
    return total(line.entitled.less(exactly(line.paid)) for line in answer.lines)


def _still(answer: Assessment, given: Bounds) -> Bounds:
    """What is payable now under one document, where it gives so much beside the others."""
    alone = answer.payable_range
    if given == answer.entitled:
        return alone
    cut = answer.entitled.less(given)
    return alone.less(Bounds(ZERO, cut.at_most)).meet(_no_more(alone, _owed(answer), cut))


def _no_more(alone: Bounds, owed: Bounds, cut: Bounds) -> Bounds:
    """At most what is payable alone, and what would still be owed after the cut."""
    tops = [alone.at_most, owed.less(exactly(cut.at_least)).at_most]
    return Bounds(ZERO, min((each for each in tops if each is not None), default=None))


def _payable(answers: Sequence[Assessment], alone: Mapping[str, Bounds], after: Given) -> Bounds:
    """What is payable now under all documents: at least what none of them can claim back."""
    now = total(each.payable_range for each in answers)
    whole = total(alone.values())
    if after.total == whole:
        return now
    if now == whole and not any(each.paid for each in answers):
        return after.total
    cut = whole.less(after.total)
    beyond = total(_beyond(each, after.each[each.policy.id]) for each in answers)
    owed = total(map(_owed, answers)).plus(Bounds(ZERO, beyond.at_most))
    return now.less(Bounds(ZERO, cut.at_most)).meet(_no_more(now, owed, cut))
