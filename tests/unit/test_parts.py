"""The parts of an answer: plain frozen data, made fast, written and read by pydantic."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, fields
from decimal import Decimal
from typing import Any, cast

import pytest

from listing_rewards import InvalidCase, assessment
from listing_rewards.assessment import CombinedCheck, FlagCheck, Step
from listing_rewards.assessment.part import Part
from listing_rewards.engines.exact import parts
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.machine import Operands
from listing_rewards.policy.source import Ground
from listing_rewards.values.range import exactly
from listing_rewards.values.truth import Truth

TEN = exactly(Decimal("10.00"))
GROUND = Ground(clause="c")
MADE = parts.step(op="rate", of=(0,), rate=Decimal("0.02"), result=TEN, ground=GROUND)
READ = Step(op="rate", of=(0,), rate=Decimal("0.02"), result=TEN, ground=GROUND)


class TestMade:
    """A part that is made fast cannot be told from one that its own constructor makes."""

    def test_it_is_what_its_class_makes(self) -> None:
        """Of the same class, equal, with the same hash, text and JSON."""
        assert type(MADE) is Step
        assert MADE == READ
        assert hash(MADE) == hash(READ)
        assert repr(MADE) == repr(READ)
        assert MADE.model_dump_json() == READ.model_dump_json()
        assert Step.model_validate_json(MADE.model_dump_json()) == MADE

    def test_it_is_copied_and_pickled(self) -> None:
        """A copy, deep or not, and what comes out of a pickle are equal to it."""
        for other in (copy(MADE), deepcopy(MADE), pickle.loads(pickle.dumps(MADE))):  # noqa: S301
            assert other == MADE

    @pytest.mark.parametrize("part", [MADE, READ, Step.model_validate(READ.model_dump())])
    def test_it_is_frozen(self, part: Step) -> None:
        """Nothing in it can be set, deleted or added."""
        with pytest.raises(FrozenInstanceError):
            part.result = TEN  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del part.result
        with pytest.raises((FrozenInstanceError, TypeError)):
            part.more = TEN  # type: ignore[attr-defined]

    def test_what_is_left_out_is_as_declared(self) -> None:
        """A field that may be left out has its default; one that may not is asked for."""
        assert parts.step(op="sum", result=TEN) == Step(op="sum", result=TEN)
        with pytest.raises(TypeError, match="result"):
            parts.step(op="sum")  # type: ignore[call-arg]

    def test_every_part_is_frozen_data_with_slots(self) -> None:
        """Each class of parts: nothing can be added to one, and it is hashed by what it holds."""
        kinds: list[Any] = [vars(assessment)[name] for name in assessment.__all__]
        parts = [each for each in kinds if isinstance(each, type) and issubclass(each, Part)]
        assert len(parts) == 23
        for part in parts:
            names = tuple(each.name for each in fields(cast(Any, part)))
            assert cast(Any, part).__slots__ == names
            assert part.__hash__ is not object.__hash__


class TestRead:
    """A part that is read again: every fault of it at once, in our own words."""

    def test_a_check_within_a_check(self) -> None:
        """The class of each is known by its rule."""
        flag = FlagCheck(
            truth=Truth.MET, condition="local", flag="local", stated=True, ground=GROUND
        )
        both = CombinedCheck(
            rule="not_met", truth=Truth.NOT_MET, condition="away", parts=(flag,), ground=GROUND
        )
        assert CombinedCheck.model_validate_json(both.model_dump_json()) == both

    def test_faults(self) -> None:
        """An unknown key is named with its place and the nearest name; so is what is missing."""
        written = READ.model_dump(mode="json")
        written["resutl"] = written.pop("result")
        written["ground"]["claus"] = "c"
        written["value"] = 3
        with pytest.raises(InvalidCase) as caught:
            Step.model_validate(written)
        assert [each.partition(" (")[0] for each in str(caught.value).splitlines()] == [
            "value: '3' is not a record of named fields",
            "result: this is missing",
            "ground: there is no field 'claus' here; did you mean 'clause'?",
            "there is no field 'resutl' here; did you mean 'result'?",
        ]


class TestSteps:
    """What a step works with is named and typed."""

    def test_what_a_step_works_with_are_its_own_fields(self) -> None:
        """No operand is left out of those that can be given, and there are no others."""
        given = {"op", "of", "value", "result"}
        assert Operands.__annotations__.keys() | given == {each.name for each in fields(Step)}

    def test_a_misspelt_operand_is_refused(self) -> None:
        """By the type checker, and at run time; no step is added."""
        trail = Trail()
        with pytest.raises(TypeError, match="vlaue"):
            trail.then("cap", TEN, vlaue=TEN)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="grnd"):
            trail.state("fixed", TEN, grnd=GROUND)  # type: ignore[call-arg]
        assert not trail.steps
