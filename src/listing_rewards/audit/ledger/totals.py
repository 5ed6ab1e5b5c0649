"""The totals of a ledger: by place, by year, level and policy, and all accounts in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from listing_rewards.assessment import GroupTotal
from listing_rewards.audit.ledger.finding import BEYOND, PLACES, Place
from listing_rewards.audit.ledger.line import UnreadLine
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    ControlTotal,
    Divided,
    EnterpriseAccount,
    Entry,
    Placed,
    Totals,
    divided_together,
)
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, total


def totals_of(
    entries: Sequence[Entry],
    unread: Sequence[UnreadLine],
    enterprises: Sequence[tuple[EnterpriseAccount, Sequence[GroupTotal]]],
    policy: Policy,
) -> Totals:
    """The totals of all lines, those that cannot be read included, and of all accounts.

    Args:
        entries: the lines, and where the yuan of each went.
        unread: the lines that cannot be read.
        enterprises: the accounts of each enterprise, with the common caps over them.
        policy: the policy.
    """
    places: dict[Place, Decimal] = dict.fromkeys(PLACES, ZERO)
    for entry in entries:
        for part in entry.parts:
            places[part.place] += part.amount
    places["unread"] += sum((each.amount or ZERO for each in unread), ZERO)
    amounts = [
        *(each.line.amount for each in entries),
        *(each.amount for each in unread if each.amount),
    ]
    gross, returned = _gross_and_returned(amounts)
    account = _together(_capped(each, groups, policy) for each, groups in enterprises)
    beyond = sum((places[place] for place in BEYOND), ZERO)
    plain = sum((each.ledger.beyond for one, _ in enterprises for each in one.accounts), ZERO)
    return Totals(
        paid=gross - returned,
        gross=gross,
        returned=returned,
        parts=tuple(Placed(place=place, amount=each) for place, each in places.items() if each),
        control=tuple(_control_totals(entries, policy)),
        beyond=beyond,
        beyond_at_least=beyond + account.ledger.beyond - plain,
        account=account,
    )


def _gross_and_returned(amounts: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    listed = list(amounts)
    gross = sum((each for each in listed if each > 0), ZERO)
    return gross, -sum((each for each in listed if each < 0), ZERO)


def _control_totals(entries: Iterable[Entry], policy: Policy) -> Iterator[ControlTotal]:
    """By year, by level of government as far as the ledger states it, and by policy."""
    sums: dict[tuple[str, str], list[Decimal]] = {}
    for entry in entries:
        line = entry.line
        sums.setdefault(("year", str(line.on.year)), []).append(line.amount)
        for level, borne in line.levels.items():
            sums.setdefault(("level", level), []).append(borne)
        sums.setdefault(("policy", line.policy or policy.id), []).append(line.amount)
    for by in ("year", "level", "policy"):
        for (kind, key), amounts in sorted(sums.items()):
            if kind == by:
                gross, returned = _gross_and_returned(amounts)
                yield ControlTotal.model_validate(
                    {"by": by, "key": key, "gross": gross, "returned": returned}
                )


def _together(accounts: Iterable[Account]) -> Account:
    every = list(accounts)
    return Account(
        awards=(),
        entitled=total(each.entitled for each in every),
        ledger=divided_together(each.ledger for each in every),
        besides=divided_together(each.besides for each in every),
        unpaid=total(each.unpaid for each in every),
    )


def _capped(enterprise: EnterpriseAccount, groups: Sequence[GroupTotal], policy: Policy) -> Account:
    """All accounts of an enterprise in one, each common cap applied to its awards together."""
    left = list(enterprise.accounts)
    done: list[Account] = []
    for group in groups:
        members = {award.id for award in policy.relations.members[group.group]}
        under = [each for each in left if not members.isdisjoint(each.awards)]
        if all(members.issuperset(each.awards) for each in under):
            left = [each for each in left if each not in under]
            done.append(_under(group, _together(under)))
    return _together([*done, *left])


def _under(group: GroupTotal, plain: Account) -> Account:
    """The account of a group, tightened by what is certain of its awards together.

    What is certainly beyond leaves what is undecided. What is certainly entitled does not: of
    which award it is may be open, and that award may not be the one that was paid.
    """
    most = _least_of(group.entitled.at_most, plain.entitled.at_most)
    entitled = plain.ledger.entitled + plain.besides.entitled
    undecided = plain.ledger.undecided + plain.besides.undecided
    if most is not None:
        most = max(most, entitled)
        beyond = min(max(entitled + undecided - most, ZERO), undecided)
        undecided -= beyond
    else:
        beyond = ZERO
    ledger, rest = _beyond(plain.ledger, beyond)
    besides, _ = _beyond(plain.besides, rest)
    unpaid = Bounds(
        max(group.entitled.at_least - entitled - undecided, plain.unpaid.at_least),
        None if most is None else max(most - entitled - undecided, ZERO),
    )
    return Account(
        awards=plain.awards,
        entitled=Bounds(
            entitled + unpaid.at_least,
            None if unpaid.at_most is None else entitled + undecided + unpaid.at_most,
        ),
        ledger=ledger,
        besides=besides,
        unpaid=unpaid,
    )


def _beyond(divided: Divided, beyond: Decimal) -> tuple[Divided, Decimal]:
    """So much of what is undecided moved to beyond, and what is still to be moved."""
    moved = min(beyond, divided.undecided)
    less = replace(divided, undecided=divided.undecided - moved, beyond=divided.beyond + moved)
    return less, beyond - moved


def _least_of(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    known = [each for each in (one, other) if each is not None]
    return min(known, default=None)
