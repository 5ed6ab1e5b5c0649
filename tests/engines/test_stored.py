"""Every answer on a boundary, of the examples and of the tables is the one that is stored."""

from __future__ import annotations

import pytest

from engines.stored import FOLDER, SUBJECTS, found, read


def test_every_subject_is_stored() -> None:
    """No file is missing, and none is left over; ``make answers`` writes them."""
    assert {path.stem for path in FOLDER.glob("*.json")} == set(SUBJECTS)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_answer_is_the_one_that_is_stored(subject: str) -> None:
    """Amounts, statuses, needs, remarks, steps, and every byte of the answer's JSON.

    A difference that is meant is written with ``make answers``, and read before it is committed.
    """
    stored, answers = read(subject), found(subject)
    assert list(answers) == list(stored), "run `make answers`, and read the difference"
    differing = [name for name in stored if answers[name] != stored[name]]
    for name in differing[:1]:
        others = f"{name}, and {len(differing) - 1} more; if it is meant, run `make answers`"
        assert answers[name] == stored[name], others
