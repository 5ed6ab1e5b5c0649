"""A document's days, and what it declares and never reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.consistency import references
from listing_rewards.policy.laws import follows_from_awards, laws
from listing_rewards.policy.lint.finding import Finding, advice, error
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Sourced
from listing_rewards.values.day import corresponding_day


def issued_after_published(policy: Policy) -> Iterator[Finding]:
    """A document that was posted before the day it bears."""
    issued, published = policy.document.issued, policy.document.published
    if issued is not None and published is not None and published < issued:
        path = "document.issued"
        yield error(fault("issued_after_published", path=path, issued=issued, published=published))


def reaches_back(policy: Policy) -> Iterator[Finding]:
    """A policy whose days begin before the day on the document."""
    issued, first = policy.document.issued, policy.in_force.first
    if issued is not None and first < issued:
        yield advice(fault("reaches_back", path="in_force.first", first=first, issued=issued))


def values_outside_the_days(policy: Policy) -> Iterator[Finding]:
    """A dated value that begins after the policy's last day, or a first one that leaves a gap."""
    in_force = policy.in_force
    for award in policy.awards:
        if not isinstance(award.amount, DatedAmount):
            continue
        path = f"awards.{award.id}.amount.dated"
        begins = award.amount.dated[0].since
        if begins > in_force.first and (in_force.end is None or begins <= in_force.end):
            eve = begins - timedelta(days=1)
            first = in_force.first
            yield advice(fault("nothing_at_first", path=f"{path}[0].since", first=first, eve=eve))
        for i, value in enumerate(award.amount.dated):
            if in_force.end is not None and value.since > in_force.end:
                since, where = value.since, f"{path}[{i}].since"
                yield advice(fault("value_too_late", path=where, since=since, last=in_force.end))


def values_never_used(policy: Policy) -> Iterator[Finding]:
    """A dated value that ends, since the next one begins, before the policy's first day."""
    first = policy.in_force.first
    for award in policy.awards:
        values = award.amount.dated if isinstance(award.amount, DatedAmount) else ()
        for i, (value, later) in enumerate(pairwise(values)):
            if later.since <= first and later.amount is not None:
                path = f"awards.{award.id}.amount.dated[{i}].since"
                yield advice(fault("value_too_early", path=path, since=value.since, first=first))


def laws_not_asked(policy: Policy) -> Iterator[Finding]:
    """Awards that do not say whether a law concerns them, so that it is shown with them."""
    for law in laws():
        shown = next((each for each in policy.notices if each.id == law.id), None)
        unsaid = [each.id for each in policy.awards if getattr(each, law.concerns) is None]
        if unsaid and shown is not None and follows_from_awards(shown, policy):
            titles = "、".join(f"“{policy.award(each).title.zh}”（{each}）" for each in unsaid)
            named = (", ".join(unsaid), titles)
            law_named = (law.law.en, law.law.zh)
            path = f"awards.{unsaid[0]}.{law.concerns}"
            yield advice(
                fault("law_not_asked", path=path, awards=named, law=law_named, key=law.concerns)
            )


def not_confirmed(policy: Policy, as_of: date) -> Iterator[Finding]:
    """Numbers for which nobody has signed within the year before a day."""
    confirmed = policy.document.confirmed
    if confirmed is None:
        yield advice(fault("never_confirmed", path="document.confirmed"))
    elif as_of > corresponding_day(confirmed.on, years=1):
        path = "document.confirmed.on"
        yield advice(fault("confirmed_long_ago", path=path, on=confirmed.on, day=as_of))


def unused_facts(policy: Policy) -> Iterator[Finding]:
    """An event, figure, flag or attribute that no rule reads, and that is not only recorded.

    An event that another one must come after, or is ended by, is read to check a case's order.
    """
    used = _used(policy)
    quantities = used["quantities"] | used["countable"] | used["figures"]
    read = {
        "events": used["events"] | quantities,
        "figures": quantities,
        "flags": used["flags"],
        "attributes": used["attributes"],
    }
    for table, names in read.items():
        for name, kind in getattr(policy, table).items():
            if name not in names and not kind.record_only:
                named = (name, f"“{kind.zh}”（{name}）")
                yield advice(fault("unused_fact", path=f"{table}.{name}", fact=named))


def unused_clauses(policy: Policy) -> Iterator[Finding]:
    """A clause of the document itself on which nothing rests."""
    used = _used(policy)["clauses"]
    for name, clause in policy.clauses.items():
        if name not in used and clause.document not in policy.based_on:
            item = (f"{name} ({clause.item.en})", f"“{clause.item.zh}”（{name}）")
            yield advice(fault("unused_clause", path=f"clauses.{name}", named=item))


def unused_parts(policy: Policy) -> Iterator[Finding]:
    """A condition, group, way of paying or of sharing that nothing names.

    What rests on a clause of the document extended cannot be taken out, and is passed over.
    """
    used = _used(policy)
    parts: dict[str, tuple[str, Mapping[str, Sourced]]] = {
        "conditions": ("needs", policy.conditions),
        "groups": ("group", policy.groups),
        "instalments": ("paid_in", policy.instalments),
        "shares": ("borne_by", policy.shares),
    }
    for table, (key, declared) in parts.items():
        for name, part in declared.items():
            if name not in used[table] and not _inherited(part, policy):
                yield advice(fault("unused_part", name, path=f"{table}.{name}", key=key))


def _inherited(part: Sourced, policy: Policy) -> bool:
    """Whether a part rests on a clause of a document that this one extends."""
    return part.clause is not None and policy.clauses[part.clause].document in policy.based_on


def _used(policy: Policy) -> Mapping[str, set[str]]:
    """The names that are used, by the table they are declared in; a name's own use aside."""
    used: dict[str, set[str]] = {
        table: set()
        for table in (
            *("events", "figures", "flags", "attributes", "countable", "quantities"),
            *("clauses", "conditions", "groups", "instalments", "shares"),
        )
    }
    for path, table, name in references(policy):
        if not path.startswith(f"{table}.{name}."):
            used.setdefault(table, set()).add(name)
    return used
