"""Cases for screenings, written in short."""

from __future__ import annotations

from datetime import date

from listing_rewards import Case
from listing_rewards.plan import ConditionFinding, Screening, load_standard, screen
from listing_rewards.policy.standards import Standard

DAY = date(2026, 5, 10)


def case_of(facts: str, standard: Standard, name: str = "示例甲公司") -> Case:
    """The case that ``figure=1万元; flag=yes; event@2025-01-01`` states."""
    document: dict[str, dict[str, object]] = {"figures": {}, "flags": {}, "attributes": {}}
    events = []
    for fact in filter(None, map(str.strip, facts.split(";"))):
        if "@" in fact:
            kind, day = fact.split("@")
            events.append({"kind": kind, "on": day})
            continue
        of, value = fact.split("=")
        if of in standard.flags:
            document["flags"][of] = value == "yes"
        elif of in standard.attributes:
            document["attributes"][of] = value
        else:
            document["figures"][of] = value
    return Case.model_validate({"enterprise": {"name": name}, "events": events, **document})


def asked(standard: str, facts: str) -> Screening:
    """The screening of some facts by ``standard`` or ``standard@day``."""
    name, _, day = standard.partition("@")
    document = load_standard(name)
    return screen(case_of(facts, document), document, date.fromisoformat(day) if day else DAY)


def finding(screening: Screening, condition: str) -> ConditionFinding:
    """One condition of a screening, at whatever depth it stands."""
    waiting = [*screening.findings]
    while waiting:
        found = waiting.pop()
        if found.condition == condition:
            return found
        waiting += found.parts
    raise KeyError(condition)
