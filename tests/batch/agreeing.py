"""Rows of an answer against what `assess` says of the same cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from listing_rewards import Assessment, Bounds, Case, InvalidCase, InvalidPolicy, Policy, assess
from listing_rewards.assessment import AwardLine, GroupTotal, InForceCheck, ReachedCheck
from listing_rewards.engines.columns import assess_frame, frame_of
from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.values.truth import Truth, any_of

REPEATS = 6
"""As many entries as a list of a generated case may have."""
TOTALS = ("entitled", "overpaid", "withheld")
OF_A_LINE = ("nominal", "entitled", "payable", "withheld", "overpaid")
OF_A_GROUP = ("cap", "entitled", "payable", "withheld", "overpaid")


def rows_of(cases: Sequence[Case], policy: Policy, as_of: date) -> list[dict[str, Any]]:
    """What the frame says of each case."""
    frame = frame_of(cases, policy)
    return assess_frame(frame, policy, as_of=as_of, repeats=REPEATS).collect().to_dicts()


def rows_or_none(cases: Sequence[Case], policy: Policy, as_of: date) -> list[dict[str, Any]] | None:
    """What the frame says of each case; None where the policy's numbers are too long for it."""
    try:
        return rows_of(cases, policy, as_of)
    except InvalidPolicy as error:
        if {each.code for each in error.faults} != {"number_too_long"}:
            raise
        return None


def expected(case: Case, policy: Policy, as_of: date) -> dict[str, Any]:
    """What the frame has to say of a case that `assess` takes: ranges as of one pass."""
    answer = assess_in_one_pass(case, policy, as_of=as_of)
    row: dict[str, Any] = {
        "name": case.enterprise.name,
        "uscc": case.enterprise.uscc,
        "county": case.enterprise.county,
        "payable": answer.payable,
        "payable_at_most": answer.payable_at_most,
        "determined": answer.determined,
        "paid": answer.paid,
        "fault": None,
    }
    row |= _ends("", TOTALS, answer)
    for line in answer.lines:
        row |= {
            f"{line.award}.status": line.status,
            f"{line.award}.truth": str(line.truth),
            f"{line.award}.reason": reason_of(line),
            f"{line.award}.paid": line.paid,
        }
        row |= _ends(f"{line.award}.", OF_A_LINE, line)
    for total in answer.groups:
        row[f"groups.{total.group}.paid"] = total.paid
        row |= _ends(f"groups.{total.group}.", OF_A_GROUP, total)
    return row


def _ends(
    prefix: str, names: Sequence[str], of: Assessment | AwardLine | GroupTotal
) -> dict[str, Any]:
    ends: dict[str, Any] = {}
    for name in names:
        amount: Bounds = getattr(of, name)
        ends[f"{prefix}{name}.at_least"] = amount.at_least
        ends[f"{prefix}{name}.at_most"] = amount.at_most
    return ends


def reason_of(line: AwardLine) -> str | None:
    """The first check that is not met; where none is, the first that is not known."""
    checks = list(_named_checks(line))
    for wanted in (Truth.NOT_MET, Truth.UNKNOWN):
        for name, truth in checks:
            if truth is wanted:
                return name
    return None


def _named_checks(line: AwardLine) -> Iterator[tuple[str, Truth]]:
    in_force = [each.truth for each in line.checks if isinstance(each, InForceCheck)]
    for check in line.checks:
        if isinstance(check, ReachedCheck):
            yield "reached", check.truth
            if in_force:
                yield "in_force", any_of(in_force)
        elif not isinstance(check, InForceCheck):
            yield check.condition, check.truth


def codes_of(case: Case, policy: Policy, as_of: date) -> set[str]:
    """The codes of the faults for which a case is refused: a frame has no money that came back."""
    came_back = {"negative_amount"} if any(each.amount < 0 for each in case.payments) else set()
    try:
        assess(case, policy, as_of=as_of)
    except InvalidCase as error:
        return {each.code for each in error.faults} | came_back
    return came_back


def assert_agrees(row: Mapping[str, Any], case: Case, policy: Policy, as_of: date) -> None:
    """A row says what `assess` says: to the fen, the status and the null, or the same refusal."""
    codes = codes_of(case, policy, as_of)
    if codes:
        assert row["fault"] in codes
        assert not any(isinstance(value, Decimal) for value in row.values())
        return
    wanted = expected(case, policy, as_of)
    differing = {k: (row[k], wanted[k]) for k in wanted if row[k] != wanted[k]}
    assert differing == {}
    assert set(row) == set(wanted)
