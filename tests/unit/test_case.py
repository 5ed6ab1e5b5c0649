"""Reading a case: every fault at once, each in one sentence, in both languages."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from listing_rewards import Case, InvalidCase
from listing_rewards.strict import FrozenDict

NAMED = {"enterprise": {"name": "示例甲公司"}}
STATED = Case.model_validate(NAMED | {"flags": {"local": True}})


def faults_of(written: Any) -> list[str]:
    """The sentences of everything that is wrong with a case."""
    with pytest.raises(InvalidCase) as caught:
        Case.model_validate(written)
    return str(caught.value).splitlines()


class TestCase:
    """What a case holds."""

    def test_read(self) -> None:
        """Days, amounts, figures and flags are read exactly; text is stripped."""
        case = Case.model_validate(
            {
                "enterprise": {"name": " 示例甲公司 ", "uscc": "91440800MA4W000000"},
                "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
                "figures": {"net_profit": "-1200万元"},
                "flags": {"eligible": True},
                "payments": [{"award": "neeq_listed", "on": "2024-01-10", "amount": 500000}],
                "absent": ["neeq_delisted"],
            }
        )
        assert case.enterprise.name == "示例甲公司"
        assert case.events[0].on == date(2023, 8, 1)
        assert case.events[0].amount == Decimal(3000000)
        assert case.figures["net_profit"] == Decimal(-12000000)
        assert case.payments[0].policy is None

    def test_from_json(self) -> None:
        """JSON text is read alike; numbers written without quotes are no floats in disguise."""
        written = NAMED | {"payments": [{"award": "a", "on": "2024-01-10", "amount": "0.10"}]}
        assert Case.model_validate_json(json.dumps(written)).payments[0].amount == Decimal("0.10")
        with pytest.raises(InvalidCase, match="floating-point number"):
            Case.model_validate_json(json.dumps(written).replace('"0.10"', "0.10"))

    def test_frozen(self) -> None:
        """A case cannot be changed."""
        case = Case.model_validate(NAMED)
        with pytest.raises(ValueError, match="frozen"):
            case.events = ()  # type: ignore[misc]

    @pytest.mark.parametrize("case", [STATED, STATED.model_copy(update={"flags": {"local": True}})])
    @pytest.mark.parametrize(
        "change",
        [
            lambda flags: flags.__setitem__("local", 0),
            lambda flags: flags.__delitem__("local"),
            lambda flags: flags.__ior__({"local": False}),
            lambda flags: flags.update(local=False),
            lambda flags: flags.setdefault("big", True),
            lambda flags: flags.pop("local"),
            lambda flags: flags.popitem(),
            lambda flags: flags.clear(),
        ],
    )
    def test_frozen_within(self, case: Case, change: Callable[[Any], object]) -> None:
        """Nor can what it holds."""
        with pytest.raises(TypeError, match="frozen"):
            change(case.flags)
        assert case.flags == {"local": True}

    def test_made_of_a_dict_that_changes(self) -> None:
        """A case does not follow the dict that it was made of."""
        flags = {"local": True}
        case = Case.model_validate(NAMED | {"flags": flags})
        flags["local"] = False
        assert case.flags == {"local": True}

    def test_hashable(self) -> None:
        """Equal cases have one hash, whatever the order of what they state; so have copies."""
        turned = Case.model_validate(NAMED | {"figures": {"b": "1.0", "a": "2"}})
        case = Case.model_validate(NAMED | {"figures": {"a": "2", "b": "1"}})
        same = (turned, copy(case), deepcopy(case), pickle.loads(pickle.dumps(case)))  # noqa: S301
        for other in same:
            assert other == case
            assert hash(other) == hash(case)
            assert isinstance(other.figures, FrozenDict)
        assert len({case, STATED, *same}) == 2


class TestFaults:
    """One sentence a fault, with its path."""

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"enterprise": {}}, "enterprise.name: this is missing"),
            ({"enterprise": {"name": "  "}}, "enterprise.name: this must not be empty"),
            (
                {"enterprise": {"name": "甲", "nmae": "乙"}},
                "enterprise: there is no field 'nmae' here; did you mean 'name'? "
                "(accepted: name, uscc, county, former_names)",
            ),
            ({"events": [{"kind": "x"}]}, "events[0].on: this is missing"),
            (
                {"events": [{"kind": "x", "on": "2023-02-30"}]},
                "events[0].on: '2023-02-30' is not a date; write year-month-day such as 2023-09-15",
            ),
            (
                {"events": [{"kind": "x", "on": "0203-02-03"}]},
                "events[0].on: '0203-02-03' lies outside 1900-01-01 to 2199-12-31; check the year",
            ),
            (
                {"events": [{"kind": "x", "on": "2023-02-03", "amount": "lots"}]},
                "events[0].amount: 'lots' is not an amount of money; write it in digits "
                "with its unit, such as 300万元 or 3000000 yuan",
            ),
            (
                {"events": [{"kind": "x", "on": "2023-02-03", "amout": "1"}]},
                "events[0]: there is no field 'amout' here; did you mean 'amount'? "
                "(accepted: kind, on, amount, evidence)",
            ),
            (
                {"events": [{"kind": "x", "on": "2023-02-03", "amount": "-1"}]},
                "events[0].amount: the amount '-1' is negative",
            ),
            (
                {"payments": [{"award": "x", "on": "2023-02-03", "amount": "1.001"}]},
                "payments[0].amount: '1.001' has more than two decimals of a yuan; "
                "an amount ends at the fen",
            ),
            (
                {"figures": {"net_profit": "good"}},
                "figures.net_profit: 'good' is not a number; write digits such as 12000000.00",
            ),
            (
                {"figures": {"net_profit": 1.5}},
                "figures.net_profit: '1.5' is a floating-point number, which cannot hold yuan "
                'exactly; write it as text ("1.5") or as a Decimal',
            ),
            (
                {"flags": {"eligible": "yes"}},
                "flags.eligible: 'yes' is neither true nor false",
            ),
            (
                {"flags": {"eligible": 1}},
                "flags.eligible: '1' is neither true nor false",
            ),
            (
                {"event": []},
                "there is no field 'event' here; did you mean 'events'? "
                "(accepted: enterprise, events, figures, flags, attributes, approved, applied, "
                "payments, absent, evidence)",
            ),
            ({"absent": [""]}, "absent[0]: this must not be empty"),
        ],
    )
    def test_sentence(self, change: dict[str, Any], sentence: str) -> None:
        """The path, what is wrong, and what to write instead."""
        assert faults_of(NAMED | change) == [sentence]

    def test_all_at_once(self) -> None:
        """Every fault of a case is reported, in the order in which it stands."""
        found = faults_of(
            {
                "enterprise": {"name": ""},
                "events": [{"kind": "a", "on": "soon"}, {"on": "2024-01-01", "amount": 0.5}],
                "payments": [{"award": "a", "on": "2024-01-01"}],
                "notes": "none",
            }
        )
        assert [line.split(": ")[0] for line in found] == [
            "enterprise.name",
            "events[0].on",
            "events[1].kind",
            "events[1].amount",
            "payments[0].amount",
            "there is no field 'notes' here (accepted",
        ]

    def test_in_chinese(self) -> None:
        """The same faults, in Chinese."""
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate(
                {"enterprise": {"nmae": "甲"}, "events": [{"kind": "x", "on": "2023-02-30"}]}
            )
        assert caught.value.explain("zh").splitlines() == [
            "enterprise.name: 缺少此项",
            "enterprise: 这里没有字段 “nmae”；是否为“name”？"
            "（可用：name, uscc, county, former_names）",
            "events[0].on: “2023-02-30” 不是日期；请按 年-月-日 书写，如 2023-09-15",
        ]

    @pytest.mark.parametrize("text", ["{", "", "{'enterprise': 1}", "[1,"])
    def test_broken_json(self, text: str) -> None:
        """Text that is not JSON is reported as such."""
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate_json(text)
        assert [fault.code for fault in caught.value.faults] == ["bad_json"]

    @pytest.mark.parametrize("written", [None, 5, "case", [NAMED]])
    def test_not_a_record_at_all(self, written: object) -> None:
        """Something that is no record is refused in words."""
        (sentence,) = faults_of(written)
        assert "is not a record of named fields" in sentence

    @pytest.mark.parametrize("length", [90, 5000])
    def test_a_number_of_any_length(self, length: int) -> None:
        """A number too long to calculate with is a fault of the case like any other."""
        event = {"kind": "x", "on": "2023-02-03", "amount": "9" * length}
        (sentence,) = faults_of(NAMED | {"events": [event]})
        assert sentence.startswith("events[0].amount: ")


@pytest.mark.parametrize("text", ["0.0000001", "-0.000000000001", "1200万元"])
def test_a_small_figure_survives_json(text: str) -> None:
    """Written without an exponent, which could not be read again."""
    case = Case.model_validate(NAMED | {"figures": {"ratio": text}})
    assert Case.model_validate_json(case.model_dump_json()) == case
