"""What in a policy does not hang together: names that are not declared, rules nobody can carry out.

What is wrong here is refused when the document is read; what is merely doubtful is left to `lint`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from listing_rewards.errors import Fault, fault
from listing_rewards.policy.amounts import BandsAmount, Portion, RateAmount, plain_amounts
from listing_rewards.policy.conditions import asks_for_an_award, conditions_within
from listing_rewards.policy.constructs import Reference
from listing_rewards.policy.content import Content
from listing_rewards.policy.figures import faults_of_figures

_MOST_CONDITIONS = 100
"""A condition is made of at most so many, at any remove, each counted as often as it is named."""


def faults_within(policy: Content) -> list[Fault]:
    """Every fault that can be seen in the policy alone."""
    faults = [*_undeclared(policy), *_duplicate_ids(policy), *_duplicate_names(policy)]
    return faults or [
        *faults_of_figures(policy, references(policy)),
        *_without_amounts(policy),
        *_only_recorded(policy),
        *_not_parted(policy),
        *_of_no_award(policy),
        *([*_conditions_in_a_circle(policy)] or _too_many_conditions(policy)),
        *_not_earlier(policy),
        *_not_to_be_repealed(policy),
        *_alternatives_in_a_circle(policy),
        *_beside_itself(policy),
    ]


def references(policy: Content) -> Iterator[Reference]:
    """Every name used, as (path, table it must be declared in, name)."""
    for path, part in policy.sourced():
        if part.clause:
            yield f"{path}.clause", "clauses", part.clause
    for kind, event in policy.events.items():
        yield from ((f"events.{kind}.after", "events", before) for before in event.after)
        if event.ended_by:
            yield f"events.{kind}.ended_by", "events", event.ended_by
    yield from _of_figures(policy)
    yield from (("needs", "conditions", name) for name in policy.needs)
    for path, part_used in _parts(policy):
        yield from ((f"{path}.{key}", table, name) for key, table, name in part_used.references())


def _of_figures(policy: Content) -> Iterator[Reference]:
    """The names that figures use: what one ranks by, what one is made of."""
    for name, figure in policy.figures.items():
        if figure.place_of:
            yield f"figures.{name}.place_of", "awards", figure.place_of
        if figure.ranked_by:
            yield f"figures.{name}.ranked_by", "figures", figure.ranked_by
        if figure.made is not None:
            yield from ((f"figures.{name}.made.of", "figures", part) for part in figure.made.of)
            if figure.made.before:
                yield f"figures.{name}.made.before", "events", figure.made.before


class _Referring(Protocol):
    """A part that uses names."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        ...


def _parts(policy: Content) -> Iterator[tuple[str, _Referring]]:
    """The parts that use names, with their paths."""
    tables: tuple[tuple[str, Mapping[str, _Referring]], ...] = (
        ("conditions", policy.conditions),
        ("groups", policy.groups),
        ("best_of", policy.best_of),
        ("instalments", policy.instalments),
        ("undertakings", policy.undertakings),
        ("repayments", policy.repayments),
        ("budgets", policy.budgets),
        ("awards", {award.id: award for award in policy.awards}),
        ("notices", {notice.id: notice for notice in policy.notices}),
    )
    for table, parts in tables:
        yield from ((f"{table}.{name}", part) for name, part in parts.items())


def _tables(policy: Content) -> dict[str, tuple[str, ...]]:
    values = {
        f"attributes.{name}.values": tuple(each.values) for name, each in policy.attributes.items()
    }
    return values | {
        "clauses": tuple(policy.clauses),
        "events": tuple(policy.events),
        "figures": tuple(policy.figures),
        "flags": tuple(policy.flags),
        "attributes": tuple(policy.attributes),
        "countable": (*policy.figures, *policy.events),
        "quantities": (*policy.figures, *policy.events),
        "conditions": tuple(policy.conditions),
        "groups": tuple(policy.groups),
        "instalments": tuple(policy.instalments),
        "shares": tuple(policy.shares),
        "awards": tuple(award.id for award in policy.awards),
    }


def _undeclared(policy: Content) -> Iterator[Fault]:
    tables = _tables(policy)
    for path, table, name in references(policy):
        if table in tables and name not in tables[table]:
            where = "figures / events" if table in ("quantities", "countable") else table
            elsewhere = next((other for other in _DECLARED if name in getattr(policy, other)), "")
            if table == "conditions" and elsewhere in _CONDITION_ON:
                key = _CONDITION_ON[elsewhere]
                yield fault("not_a_condition", name, path=path, table=elsewhere, key=key, name=name)
            elif elsewhere and elsewhere != where:
                accepted = tables[table]
                yield fault(
                    "declared_elsewhere", name, path=path, accepted=accepted, table=where,
                    other=elsewhere,
                )  # fmt: skip
            else:
                yield fault("undeclared", name, path=path, accepted=tables[table], table=where)


_DECLARED = ("events", "figures", "flags", "attributes", "conditions", "groups", "clauses")
_CONDITION_ON = {
    "flags": "flag",
    "figures": "figure",
    "attributes": "attribute",
    "events": "happened",
}
"""The key of the condition that reads a fact of each kind."""


def _without_amounts(policy: Content) -> Iterator[Fault]:
    """A share of an event without amounts."""
    for path, table, name in references(policy):
        if table == "quantities" and name in policy.events and not policy.events[name].amount:
            yield fault("no_amounts", name, path=path)


def _not_parted(policy: Content) -> Iterator[Fault]:
    """A base that is to be parted by year or event, and cannot be."""
    for award in policy.awards:
        for amount in plain_amounts(award.amount):
            if isinstance(amount, RateAmount | BandsAmount) and amount.scope != "enterprise":
                parted = amount.of in policy.events and not amount.minus
                if not parted or isinstance(amount.above, Portion):
                    yield fault("cannot_part", amount.of, path=f"awards.{award.id}.amount")


def _of_no_award(policy: Content) -> Iterator[Fault]:
    """A common cap under a condition that is tested on a day of each award."""
    for name, group in policy.groups.items():
        for i, each in enumerate(group.cap_when):
            waiting, seen = [each.when], set[str]()
            while waiting:
                condition = policy.conditions[waiting.pop()]
                inner = [name for name in conditions_within(condition) if name not in seen]
                seen.update(inner)
                waiting += inner
                if asks_for_an_award(condition):
                    path = f"groups.{name}.cap_when[{i}].when"
                    yield fault("of_no_award", each.when, path=path)
                    break


def _only_recorded(policy: Content) -> Iterator[Fault]:
    """A rule on a fact that no rule may read."""
    facts: Mapping[str, tuple[Mapping[str, object], ...]] = {
        "events": (policy.events,),
        "flags": (policy.flags,),
        "attributes": (policy.attributes,),
        "countable": (policy.events, policy.figures),
        "quantities": (policy.events, policy.figures),
    }
    for path, table, name in references(policy):
        if path.startswith("events."):
            continue
        for declared in facts.get(table, ()):
            if name in declared and getattr(declared[name], "record_only", False):
                yield fault("only_recorded", name, path=path)


def _conditions_in_a_circle(policy: Content) -> Iterator[Fault]:
    """A condition that is made of itself."""
    for name in policy.conditions:
        inner, seen = list(conditions_within(policy.conditions[name])), set[str]()
        while inner:
            each = inner.pop()
            if each == name:
                yield fault("condition_of_itself", name, path=f"conditions.{name}")
                break
            if each not in seen:
                seen.add(each)
                inner += conditions_within(policy.conditions[each])


def _too_many_conditions(policy: Content) -> Iterator[Fault]:
    """The first condition that is made of too many others, which an answer would all tell."""
    inner = {name: conditions_within(each) for name, each in policy.conditions.items()}
    made_of: dict[str, int] = {}
    for name in TopologicalSorter(inner).static_order():
        made_of[name] = sum(1 + made_of[each] for each in inner[name])
        if made_of[name] > _MOST_CONDITIONS:
            path = f"conditions.{name}"
            yield fault("too_many_conditions", name, path=path, most=_MOST_CONDITIONS)
            return


def _not_to_be_repealed(policy: Content) -> Iterator[Fault]:
    """An award that is repealed before it begins, or whose event may happen after that as well."""
    for award in policy.awards:
        if award.repealed is None:
            continue
        path, since = f"awards.{award.id}.repealed", award.repealed.since
        if since <= policy.in_force.first:
            first = policy.in_force.first
            yield fault("days_out_of_order", since, path=f"{path}.since", first=first)
        for event in award.events:
            if policy.events[event].repeats:
                yield fault("repealed_but_repeats", event, path=path, since=since)


def _not_earlier(policy: Content) -> Iterator[Fault]:
    """An award that is less one which the policy works out after it, or that replaces itself."""
    order = [award.id for award in policy.awards]
    for place, award in enumerate(policy.awards):
        for amount in plain_amounts(award.amount):
            for name in amount.less:
                if name not in order[:place]:
                    path = f"awards.{award.id}.amount.less"
                    yield fault("not_earlier", name, path=path, accepted=order[:place])


def _alternatives_in_a_circle(policy: Content) -> Iterator[Fault]:
    """Awards that replace each other, or whose amounts wait for each other; one in two best-ofs."""
    best = [(name, each) for name, one in policy.best_of.items() for each in one.awards]
    named = [each for _, each in best]
    for name, each in best:
        if named.count(each) > 1:
            yield fault("in_two_best_of", each, path=f"best_of.{name}.awards")
    for key, graph in (("replaces", _replacing(policy)), ("amount.less", _waiting(policy))):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            names = dict.fromkeys(node.rpartition(" ")[2] for node in error.args[1])
            yield fault("awards_in_a_circle", ", ".join(names), path=f"awards, {key}", key=key)


def _replacing(policy: Content) -> dict[str, tuple[str, ...]]:
    return {award.id: award.replaces for award in policy.awards}


def _waiting(policy: Content) -> dict[str, list[str]]:
    """What must be known before what: an amount, what is granted of it, what entitled to."""
    graph: dict[str, list[str]] = {}
    rivals = {name: best.awards for best in policy.best_of.values() for name in best.awards}
    for place, award in enumerate(policy.awards):
        less = [name for amount in plain_amounts(award.amount) for name in amount.less]
        graph[f"amount {award.id}"] = [f"entitled {name}" for name in less]
        chosen_among = rivals.get(award.id, (award.id,))
        graph[f"granted {award.id}"] = [f"amount {name}" for name in chosen_among]
        before = [each.id for each in policy.awards[:place] if each.group == award.group]
        shared = [*before, award.id] if award.group else [award.id]
        graph[f"entitled {award.id}"] = [f"granted {name}" for name in shared]
    return graph


def _duplicate_names(policy: Content) -> Iterator[Fault]:
    """Two facts, or two awards, that a header, a cell or a rule could not tell apart."""
    facts = [
        *policy.events.items(),
        *policy.figures.items(),
        *policy.flags.items(),
        *policy.attributes.items(),
    ]
    together = {each.event for each in policy.awards if each.event != each.earned_by}
    names = [*[name for name, _ in facts], *together]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield fault("duplicate_id", name, path="events, figures, flags, attributes")
    labels = [(name, label.zh, label.en) for name, label in facts]
    titles = [(award.id, award.title.zh, award.title.en) for award in policy.awards]
    for named in (labels, titles):
        owners: dict[str, str] = {}
        for name, *texts in named:
            for text in dict.fromkeys(texts):
                owner = owners.setdefault(text, name)
                if owner != name:
                    yield fault("duplicate_label", text, one=owner, other=name)


def _beside_itself(policy: Content) -> Iterator[Fault]:
    for name in policy.beside:
        if name == policy.id or name in policy.based_on:
            yield fault("beside_itself", name, path=f"beside.{name}")


def _duplicate_ids(policy: Content) -> Iterator[Fault]:
    for table, ids in (
        ("awards", [award.id for award in policy.awards]),
        ("notices", [notice.id for notice in policy.notices]),
        ("undertakings", [*policy.undertakings, *policy.repayments]),
    ):
        for each in dict.fromkeys(ids):
            if ids.count(each) > 1:
                yield fault("duplicate_id", each, path=table)
