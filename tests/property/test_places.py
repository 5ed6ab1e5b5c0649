"""A place among the enterprises of a table: 前三家, 排名前几名."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain, combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, InvalidPolicy, Policy, assess
from listing_rewards.engines.exact.places import with_places
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import Row
from property.generated_conditions import label
from property.small_policies import AS_OF, policy_of

DAYS = st.integers(1, 3)
STATED = st.sampled_from([True, True, None, False])
SCORES = st.sampled_from([None, 1, 2, 3])
Row3 = tuple[int, bool | None, int | None]
TABLES = st.lists(st.tuples(DAYS, STATED, SCORES), min_size=1, max_size=4)


def first_few(places: int, **ranking: Any) -> Policy:
    """100 yuan to the first few that are settled here, 40 to those after them."""
    return policy_of(
        {"of": "place", "bands": [
            {"at_most": places, "fixed": "100元"}, {"over": places, "fixed": "40元"},
        ]},
        figures={
            "place": label("place") | {"unit": "number", "place_of": "a"} | ranking,
            "score": label("score") | {"unit": "number"},
        },
        flags={"settled": label("settled")},
        conditions={"settled": {"clause": "c", "flag": "settled"}},
        needed=["settled"],
    )  # fmt: skip


def case_of(number: int, row: Row3) -> Case:
    """An enterprise that was listed on a day, perhaps settled here, perhaps with a score."""
    day, settled, score = row
    return Case.model_validate(
        {
            "enterprise": {"name": f"示例{number}公司"},
            "events": [{"kind": "listed", "on": f"2024-03-{day:02}"}],
            "flags": {} if settled is None else {"settled": settled},
            "figures": {} if score is None else {"score": score},
        }
    )


def truly_possible(rows: list[Row3], who: int, places: int, by: str) -> set[int]:
    """What the enterprise may be due: every completion of the table, every order of ties."""
    possible = set()
    doubtful = [number for number, row in enumerate(rows) if row[1] is None]
    subsets = chain.from_iterable(combinations(doubtful, n) for n in range(len(doubtful) + 1))
    for settled in subsets:
        there = [n for n, row in enumerate(rows) if row[1] or n in settled]
        if who not in there:
            possible.add(0)
            continue
        for order in permutations(there):
            if all(may_precede(rows[a], rows[b], by) for a, b in combinations(order, 2)):
                possible.add(100 if order.index(who) < places else 40)
    return possible


def may_precede(one: Row3, other: Row3, by: str) -> bool:
    """Whether one row may come before another: the earlier day, the larger score."""
    if by == "day":
        return one[0] <= other[0]
    return one[2] is None or other[2] is None or one[2] >= other[2]


class TestPlaces:
    """An enterprise is due what its place gives, as far as the others of the table settle it."""

    @given(TABLES, st.integers(1, 3), st.sampled_from(["day", "score"]))
    def test_a_range_holds_every_completion_of_the_table(
        self, rows: list[Row3], places: int, by: str
    ) -> None:
        """By the day or by a figure; and where there is one amount only, it is determined."""
        policy = first_few(places, **({"ranked_by": "score"} if by == "score" else {}))
        cases = [case_of(number, row) for number, row in enumerate(rows)]
        for who, case in enumerate(with_places(cases, policy, as_of=AS_OF)):
            answer = assess(case, policy, as_of=AS_OF)
            possible = truly_possible(rows, who, places, by)
            assert answer.payable <= min(possible)
            assert answer.payable_at_most is not None
            assert answer.payable_at_most >= max(possible)
            settled_alone = rows[who][1] is not None and (rows[who][2] or by == "day")
            if len(possible) == 1 and settled_alone:
                assert answer.determined

    @given(TABLES, st.integers(1, 3), st.randoms(use_true_random=False))
    def test_the_order_of_the_rows_is_irrelevant(
        self, rows: list[Row3], places: int, chance: Any
    ) -> None:
        """A table sorted otherwise gives each enterprise the same."""
        policy = first_few(places)
        cases = [case_of(number, row) for number, row in enumerate(rows)]
        mixed = list(cases)
        chance.shuffle(mixed)
        found = with_places(cases, policy, as_of=AS_OF)
        other = with_places(mixed, policy, as_of=AS_OF)
        assert sorted(found, key=lambda each: each.enterprise.name) == sorted(
            other, key=lambda each: each.enterprise.name
        )

    @given(TABLES)
    def test_a_row_that_cannot_be_read_may_take_any_place(self, rows: list[Row3]) -> None:
        """Nobody is certainly the first of all while one of the table is unread."""
        policy = first_few(1)
        cases = [case_of(number, row) for number, row in enumerate(rows)]
        for case in with_places(cases, policy, as_of=AS_OF, unread=1):
            assert assess(case, policy, as_of=AS_OF).payable < 100


class TestByHand:
    """前两家: the first two by day; the figures a clerk would expect."""

    TABLE = (("2024-03-01", "100"), ("2024-05-01", "40"), ("2024-04-01", "100"))

    def rows(self) -> list[Row]:
        """The table as rows of a file."""
        return [
            Row("table.csv", number, case_of(number, (1, True, None)).model_copy(
                update={"events": Case.model_validate(
                    {"enterprise": {"name": "x"}, "events": [{"kind": "listed", "on": on}]}
                ).events}))
            for number, (on, _) in enumerate(self.TABLE, 2)
        ]  # fmt: skip

    def test_a_table_ranks_its_rows(self) -> None:
        """The place stands in the case of the answer, so that a record of it stands alone."""
        found = list(assess_rows(self.rows(), first_few(2), as_of=AS_OF))
        answers = [each.assessment for each in found if each.assessment]
        assert [str(each.payable) for each in answers] == [f"{due}.00" for _, due in self.TABLE]
        assert [each.case.figures["place"] for each in answers] == [Decimal(n) for n in (1, 3, 2)]

    def test_a_tie_over_the_last_place_is_a_range(self) -> None:
        """The second and third on one day: the text does not say which of them comes first."""
        cases = [case_of(number, (day, True, None)) for number, day in enumerate((1, 2, 2, 3))]
        answers = [
            assess(each, first_few(2), as_of=AS_OF)
            for each in with_places(cases, first_few(2), as_of=AS_OF)
        ]
        assert [(str(each.payable), str(each.payable_at_most)) for each in answers] == [
            ("100.00", "100.00"), ("40.00", "100.00"), ("40.00", "100.00"), ("40.00", "40.00"),
        ]  # fmt: skip
        assert [each.name for each in answers[1].needs] == ["place"]

    def test_an_event_after_the_day_does_not_count(self) -> None:
        """Who is listed later has no place yet, and takes none."""
        cases = [case_of(1, (1, True, None)), case_of(2, (2, True, None))]
        day = date(2024, 3, 1)
        placed = with_places(cases, first_few(1), as_of=day)
        assert [each.figures.get("place") for each in placed] == [Decimal(1), None]

    def test_what_a_case_states_stays(self) -> None:
        """A place that the bureau decided, such as that of a tie."""
        case = Case.model_validate(
            case_of(1, (1, True, None)).model_dump() | {"figures": {"place": 9}}
        )
        assert with_places([case], first_few(1), as_of=AS_OF) == [case]

    def test_what_cannot_be_ranked_is_refused(self) -> None:
        """A place in yuan; a ranking of nothing; an award that is not there."""
        for wrong, code in (
            ({"unit": "yuan"}, "place_is_a_number"),
            ({"place_of": None, "ranked_by": "score"}, "ranked_what"),
            ({"place_of": "b"}, "undeclared"),
            ({"ranked_by": "scoer"}, "undeclared"),
        ):
            with pytest.raises(InvalidPolicy) as raised:
                first_few(1, **wrong)
            assert [each.code for each in raised.value.faults] == [code]
