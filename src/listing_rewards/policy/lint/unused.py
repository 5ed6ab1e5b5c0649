"""What is declared and read by nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from listing_rewards.errors import fault
from listing_rewards.policy.consistency import references
from listing_rewards.policy.lint.finding import Finding, advice
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Sourced


def unused_facts(policy: Policy) -> Iterator[Finding]:
    """An event, figure, flag or attribute that no rule reads, and that is not only recorded.

    An event that another one must come after, or is ended by, is read to check a case's order.
    """
    used = _used(policy)
    quantities = used["quantities"] | used["countable"]
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
            *("events", "flags", "attributes", "countable", "quantities"),
            *("clauses", "conditions", "groups", "instalments", "shares"),
        )
    }
    for path, table, name in references(policy):
        if not path.startswith(f"{table}.{name}."):
            used.setdefault(table, set()).add(name)
    return used
