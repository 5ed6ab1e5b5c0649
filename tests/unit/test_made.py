"""Records made of values that were worked out, without validating them."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from listing_rewards.assessment import Need, Step
from listing_rewards.bounds import exactly
from listing_rewards.made import changed, made
from listing_rewards.policy.source import Ground

TEN = exactly(Decimal("10.00"))
step = made(Step)
MADE = step(op="rate", of=(0,), rate=Decimal("0.02"), result=TEN, ground=Ground(clause="c"))
READ = Step(op="rate", of=(0,), rate=Decimal("0.02"), result=TEN, ground=Ground(clause="c"))


class TestMade:
    """What is made cannot be told from what the model itself would have built."""

    def test_it_is_what_the_model_builds(self) -> None:
        """Equal, with the same hash, text, JSON, and fields that were given."""
        assert MADE == READ
        assert hash(MADE) == hash(READ)
        assert repr(MADE) == repr(READ)
        assert MADE.model_dump_json() == READ.model_dump_json()
        assert MADE.model_dump_json(exclude_unset=True) == READ.model_dump_json(exclude_unset=True)
        assert MADE.model_fields_set == READ.model_fields_set
        assert Step.model_validate_json(MADE.model_dump_json()) == MADE

    def test_it_is_copied_and_pickled(self) -> None:
        """A copy, deep or not, and what comes out of a pickle are equal to it."""
        for other in (copy(MADE), deepcopy(MADE), pickle.loads(pickle.dumps(MADE))):  # noqa: S301
            assert other == MADE
        assert MADE.model_copy(update={"op": "each"}).op == "each"

    def test_it_is_frozen(self) -> None:
        """Nothing in it can be set."""
        with pytest.raises(ValidationError, match="frozen"):
            MADE.result = TEN  # type: ignore[misc]

    def test_one_does_not_share_with_another(self) -> None:
        """What was given for one record is not taken for given in the next."""
        plain = step(op="sum", result=TEN)
        assert plain.rate is None
        assert plain.model_fields_set == {"op", "result"}
        rounded = step(op="sum", unit=Decimal(1), result=TEN)
        counted = step(op="sum", name="listed", result=TEN)
        assert rounded.model_fields_set == {"op", "unit", "result"}
        assert counted.model_fields_set == {"op", "name", "result"}


class TestChanged:
    """A record with other values in some fields; the first stays as it was."""

    def test_it_is_what_a_copy_with_an_update_is(self) -> None:
        """As `model_copy`, with the fields given of both."""
        first = made(Need)(kind="event", name="listed", awards=("a",))
        other = changed(first, awards=("b",), on=date(2024, 2, 29))
        copied = first.model_copy(update={"awards": ("b",), "on": date(2024, 2, 29)})
        assert other == copied
        assert other.model_fields_set == copied.model_fields_set == {"kind", "name", "awards", "on"}
        assert first.awards == ("a",)
        assert first.model_fields_set == {"kind", "name", "awards"}
