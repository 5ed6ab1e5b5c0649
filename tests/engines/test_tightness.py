"""Ranges of cases with up to six missing facts: never unsound, and those called exact are.

How many are wider stands in ``docs/explanation/trust.md``; `engines.tightness` counts them.
"""

from __future__ import annotations

from audit.test_recalculated import hand_cases
from profiles import few, part_of
from property.values import Question

from engines.tightness import generated, measured

SEED, NUMBER = 1, 40


def test_generated_cases() -> None:
    """Every filling lies within; where an answer says that it is exact, both ends are reached."""
    found = measured(generated(SEED, few(NUMBER)))
    assert (found.unsound, found.wrongly_exact) == ([], [])


def test_cases_by_hand() -> None:
    """Under the shipped and the real policies none is wider either."""
    asked = [Question(each.case, each.policy, each.as_of) for each in hand_cases()]
    found = measured(part_of(asked))
    assert (found.unsound, found.wider) == ([], [])
