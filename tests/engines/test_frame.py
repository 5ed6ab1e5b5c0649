"""The columnar engine gives, of every case on a boundary, what `assess` gives."""

from __future__ import annotations

import pytest
from audit.boundaries import BY_SUBJECT
from batch.agreeing import assert_agrees, rows_of

from listing_rewards import Assessment


@pytest.mark.parametrize("subject", BY_SUBJECT)
def test_the_frame_on_boundaries(subject: str) -> None:
    """Every amount of every line and total, each end, status, truth and reason."""
    together: dict[tuple[str, str], list[Assessment]] = {}
    for answer in BY_SUBJECT[subject]():
        asked = answer.policy.model_dump_json(), str(answer.as_of)
        together.setdefault(asked, []).append(answer)
    for answers in together.values():
        policy, as_of = answers[0].policy, answers[0].as_of
        rows = rows_of([each.case for each in answers], policy, as_of)
        for row, answer in zip(rows, answers, strict=True):
            assert_agrees(row, answer.case, policy, as_of)
