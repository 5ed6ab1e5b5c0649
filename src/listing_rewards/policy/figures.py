"""Figures of a year and figures made of others: what a policy may not ask of them.

And the figures that a case may state, by year or without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter

from listing_rewards.errors import Fault, fault, under
from listing_rewards.policy.constructs import Reference
from listing_rewards.policy.content import Content
from listing_rewards.policy.fact_kinds import FigureKind

_OF_A_YEAR = re.compile(r"(?P<name>.+)\.(?P<year>19\d\d|20\d\d|21\d\d)", re.ASCII)


@lru_cache(maxsize=4096)
def name_and_year(stated: str) -> tuple[str, int | None]:
    """The figure that a case states under a name, and its year where it names one.

    >>> name_and_year("net_profit.2024"), name_and_year("net_profit")
    (('net_profit', 2024), ('net_profit', None))
    """
    found = _OF_A_YEAR.fullmatch(stated)
    return (found["name"], int(found["year"])) if found else (stated, None)


def kind_stated(stated: str, kinds: Mapping[str, FigureKind]) -> FigureKind | None:
    """The declared figure that a case states under a name; None where there is none."""
    if stated in kinds:
        return kinds[stated]
    name, year = name_and_year(stated)
    kind = kinds.get(name) if year is not None else None
    return kind if kind is not None and kind.yearly else None


def faults_stated(
    stated: Iterable[str], kinds: Mapping[str, FigureKind], policy_id: str
) -> Iterator[Fault]:
    """What is wrong with the names under which a case states its figures."""
    names = tuple(stated)
    given = {name_and_year(each)[0] for each in names}
    for each in names:
        kind = kind_stated(each, kinds)
        if kind is not None and not (kind.yearly and each in kinds) and not kind.made:
            continue
        path = under("figures", each)
        if kind is None:
            accepted = [f"{name}.2024" if it.yearly else name for name, it in kinds.items()]
            yield fault("unknown_figure", each, path=path, accepted=accepted, policy=policy_id)
        elif kind.yearly and each in kinds:
            yield fault("figure_without_year", each, path=path)
        elif kind.made and (also := sorted(given & _made_of(name_and_year(each)[0], kinds))):
            yield fault("figure_stated_and_made", each, path=path, parts=", ".join(also))


def _made_of(name: str, kinds: Mapping[str, FigureKind]) -> set[str]:
    """The figures that one is made of, at any remove."""
    found: set[str] = set()
    left = [name]
    while left:
        kind = kinds.get(left.pop())
        parts = {*kind.made.of} - found if kind is not None and kind.made else set()
        found |= parts
        left += parts
    return found


def faults_of_figures(policy: Content, used: Iterable[Reference]) -> list[Fault]:
    """A figure of a year that is used without one, one made as it cannot be, one made in a circle.

    A figure that is made of others is compared, and no amount is computed from it.
    """
    kinds = policy.figures
    if not any(kind.yearly or kind.made for kind in kinds.values()):
        return []
    faults = [*_made_otherwise(kinds, granting=bool(policy.awards)), *_in_a_circle(kinds)]
    for path, table, name in used:
        if table not in {"quantities", "countable"} or name not in kinds:
            continue
        if kinds[name].yearly:
            faults.append(fault("figure_of_no_year", name, path=path))
        elif kinds[name].made and not path.startswith("conditions."):
            faults.append(fault("figure_only_compared", name, path=path))
    return faults


def _made_otherwise(kinds: Mapping[str, FigureKind], *, granting: bool) -> Iterator[Fault]:
    for name, kind in kinds.items():
        if kind.made is None:
            continue
        path = f"figures.{name}.made"
        by_year = [part for part in kind.made.of if kinds[part].yearly]
        if kind.yearly and (kind.made.way != "lower_of" or len(by_year) < len(kind.made.of)):
            yield fault("figure_made_by_year", name, path=path)
        if by_year and kind.made.way == "lower_of" and not kind.yearly:
            yield fault("figure_of_no_year", by_year[0], path=f"{path}.of")
        if not by_year and (kind.made.years > 1 or "growth" in kind.made.way):
            yield fault("figure_of_one_time", kind.made.of[0], path=f"{path}.of")
        if granting and by_year and not kind.yearly and kind.made.before is None:
            yield fault("years_before_what", name, path=f"{path}.before")


def _in_a_circle(kinds: Mapping[str, FigureKind]) -> list[Fault]:
    graph = {name: kind.made.of for name, kind in kinds.items() if kind.made}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = list(dict.fromkeys(error.args[1]))
        return [fault("figures_in_a_circle", ", ".join(circle), path=f"figures.{circle[0]}")]
    return []


def stated_in_order(stated: Iterable[str], kinds: Mapping[str, FigureKind]) -> list[str]:
    """The names under which a case states figures, as the policy declares them, then by year."""
    place = {name: at for at, name in enumerate(kinds)}
    found = [(name_and_year(each), each) for each in stated]
    return [
        each
        for (name, year), each in sorted(
            found, key=lambda it: (place.get(it[1], place.get(it[0][0], -1)), it[0][1] or 0)
        )
    ]
