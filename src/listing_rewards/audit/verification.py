"""`verify`: a record computed afresh, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from pydantic import Field

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.comparing import (
    Found,
    awards_of,
    first_difference,
    first_difference_in_amounts,
    first_difference_in_what_both_have,
    first_taken_away,
    first_unknown_key,
)
from listing_rewards.audit.records import RELEASED, DigestName, Record, result_of
from listing_rewards.case import Case
from listing_rewards.engines.exact import assess, assess_in_one_pass
from listing_rewards.errors import Fault, InvalidRecord, Lang, ListingRewardsError, fault
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.strict import Strict, path_of
from listing_rewards.version import __version__

Outcome: TypeAlias = Literal["identical", "same_amounts", "different", "altered"]


class Difference(Strict):
    """The first place at which a record differs from what is computed afresh."""

    path: str
    """Where in the record, such as ``result.lines[5].steps[2].result.at_least``."""
    award: str | None = None
    """The award in whose line it stands, or whose line is missing or one too many."""
    step: int | None = None
    """Which of the steps computed afresh it is, counted from 0."""
    check: int | None = None
    """Which of the checks made afresh it is, counted from 0."""
    operation: str | None = None
    """The operation of that step."""
    stated: str | None
    """What the record has there, as JSON; None where it has nothing."""
    computed: str | None
    """What was computed afresh, as JSON; None where there is nothing."""
    ground: Ground | None = None
    """The clause or assumption on which that step or check rests."""


class Verification(Strict):
    """What came of computing a record afresh. 复核结果."""

    outcome: Outcome
    """``identical``: the same version computes the same result, every check and step;
    ``same_amounts``: another version wrote it, and this one computes the same amounts, from
    checks and steps wherever it has some;
    ``different``: what it states does not follow from its own case and policy, an assumption, a
    law, a need or a share is missing, or it claims a version that there never was;
    ``altered``: it is not as it was written, by its digests."""
    altered: tuple[DigestName, ...] = ()
    """The digests that do not hold: of the case, of the policy, of the record as a whole."""
    difference: Difference | None = None
    """The first difference; of another version with the same amounts, the first in what both
    versions tell."""
    faults: tuple[Fault, ...] = ()
    """Why an altered record cannot be computed afresh."""
    record: Record = Field(repr=False)
    """What was verified."""
    assessment: Assessment | None = Field(default=None, repr=False)
    """What was computed afresh; None where an altered record does not let it."""

    @property
    def identical(self) -> bool:
        """Whether the record is as it was written and every part of its result is right."""
        return self.outcome == "identical"

    @property
    def enterprise(self) -> str:
        """The enterprise's name as the record states it; empty where it states none."""
        who = self.record.case.get("enterprise")
        name = who.get("name") if isinstance(who, dict) else None
        return name if isinstance(name, str) else ""

    def explain(self, lang: Lang = "en") -> str:
        """The outcome in a line, then a line for each thing to know, in English or Chinese."""
        from listing_rewards.audit.wording import explain

        return explain(self, lang)


def verify(record: Record | Mapping[str, Any] | str | bytes) -> Verification:
    """Compute a record afresh from the case and policy in it, and tell what differs.

    Nothing in it is believed: the digests are made again, and `assess` is asked again. That the
    facts are true and the policy is the one in force is not in a record, and not verified.

    Args:
        record: a `Record`, its JSON text, or that JSON read as a dict.

    Raises:
        InvalidRecord: it is not JSON, says a key twice, has not the shape of a record or has that
            of a later version; or nothing in it was altered and yet its case or policy cannot be
            read.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy, record, verify
    >>> case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> kept = record(answer).model_dump_json()
    >>> verify(kept).identical
    True
    >>> verify(kept.replace("示例甲公司", "示例乙公司")).altered
    ('case', 'record')
    """
    read = _read(record)
    altered = tuple(read.altered())
    try:
        afresh = _computed(read)
    except ListingRewardsError as error:
        if not altered:
            later = fault("record_of_later_version", read.version, ours=__version__)
            raise InvalidRecord(*([later] if read.newer else ()), *error.faults) from None
        return Verification(outcome="altered", altered=altered, faults=error.faults, record=read)
    outcome, difference = _compared(read, afresh)
    if outcome == "different" and read.version != afresh.version:
        wider = assess_in_one_pass(afresh.case, afresh.policy, as_of=afresh.as_of)
        if _compared(read, wider)[0] == "same_amounts":  # earlier versions computed so
            outcome, difference = _compared(read, wider)
    return Verification(
        outcome="altered" if altered else outcome,
        altered=altered,
        difference=difference,
        record=read,
        assessment=afresh,
    )


def _read(record: object) -> Record:
    if isinstance(record, str | bytes | bytearray):
        return Record.model_validate_json(record)
    if isinstance(record, Record | Mapping):
        return Record.model_validate(dict(record))
    raise InvalidRecord(fault("not_a_record", type(record).__name__))


def _computed(record: Record) -> Assessment:
    try:
        policy = Policy.model_validate(record.policy)
    except ListingRewardsError as error:
        raise InvalidRecord(*(each.within("policy") for each in error.faults)) from None
    try:
        return assess(Case.model_validate(record.case), policy, as_of=record.as_of)
    except ListingRewardsError as error:
        raise InvalidRecord(*(each.within("case") for each in error.faults)) from None


def _compared(record: Record, afresh: Assessment) -> tuple[Outcome, Difference | None]:
    computed = result_of(afresh)
    if record.version == afresh.version:
        found = first_difference(record.result, computed)
        return ("different" if found else "identical"), _located(found, record, afresh)
    found = (
        first_difference_in_amounts(record.result, computed)
        or first_taken_away(record.result, computed)
        or first_unknown_key(record.result, computed)
    )
    if found:
        return "different", _located(found, record, afresh)
    if record.of_no_version:
        stated, known = canonical(record.version), canonical([*RELEASED, afresh.version])
        return "different", Difference(path="version", stated=stated, computed=known)
    found = first_difference_in_what_both_have(record.result, computed)
    return "same_amounts", _located(found, record, afresh)


def _located(found: Found | None, record: Record, afresh: Assessment) -> Difference | None:
    """The difference, with the award and the step or check as computed afresh in which it lies."""
    if found is None:
        return None
    path = path_of(("result", *found.place))
    difference = Difference(path=path, stated=found.stated, computed=found.computed)
    match found.place:
        case ("lines", int(number)) if found.computed is None:
            award = dict(enumerate(awards_of(record.result))).get(number)
            return difference.model_copy(update={"award": award})
        case ("lines", int(number), *inside) if number < len(afresh.lines):
            line = afresh.lines[number]
            return difference.model_copy(update={"award": line.award, **_within(line, inside)})
        case _:
            return difference


def _within(line: AwardLine, place: Sequence[int | str]) -> dict[str, object]:
    match place:
        case ("steps", int(number), *_) if number < len(line.steps):
            step = line.steps[number]
            return {"step": number, "operation": step.op, "ground": step.ground}
        case ("checks", int(number), *_) if number < len(line.checks):
            return {"check": number, "ground": line.checks[number].ground}
        case _:
            return {}
