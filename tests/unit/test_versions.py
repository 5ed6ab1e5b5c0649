"""Documents that follow one another: the one in force on a day, and the days of none or two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from listing_rewards import InvalidCase, InvalidPolicy, Policy, load_policy
from listing_rewards.errors import UnknownPolicy
from listing_rewards.policy.reading import Stretch, gaps_and_overlaps, policy_in_force

MINIMAL = """
id = "{id}"
{series}
[document]
title = "某市奖励办法"
issuer = "某市人民政府"
[in_force]
first = {first}
{last}
clause = "c"
[clauses.c]
item = "第一条"
text = "对上市企业给予奖励。"
[events.listed]
zh = "上市"
en = "Listed"
[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
amount = "100万元"
clause = "c"
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a document with the given days and gives its path."""

    def write(
        own_id: str, first: str, last: str | None, *, series: str = "city", repealed: str = ""
    ) -> Path:
        ends = f"last = {last}\n" if last else ""
        if repealed:
            ends += f'repealed = {{ since = {repealed}, by = "新办法" }}\n'
        path = tmp_path / f"{own_id}.toml"
        said = f'series = "{series}"' if series else ""
        path.write_text(
            MINIMAL.format(id=own_id, series=said, first=first, last=ends), encoding="utf-8"
        )
        return path

    return write


@pytest.fixture
def three(write: Write, tmp_path: Path) -> Path:
    """A folder with three documents of one series: a gap, then one repealed by the next."""
    write("city-2021", "2021-01-01", "2022-12-31")
    write("city-2023", "2023-07-01", "2026-06-30", repealed="2025-01-01")
    write("city-2025", "2025-01-01", None)
    return tmp_path


def sentence(name: str, on: date, among: object) -> tuple[str, str]:
    """What is said in English and Chinese where there is no one document."""
    with pytest.raises(InvalidPolicy) as caught:
        policy_in_force(name, on, among=among)  # type: ignore[arg-type]
    return caught.value.explain("en"), caught.value.explain("zh")


class TestPolicyInForce:
    """On each day at most one document of a series, or the days that there are."""

    @pytest.mark.parametrize(
        ("on", "found"),
        [
            (date(2021, 1, 1), "city-2021"),
            (date(2022, 12, 31), "city-2021"),
            (date(2023, 7, 1), "city-2023"),
            (date(2024, 12, 31), "city-2023"),
            (date(2025, 1, 1), "city-2025"),
            (date(2199, 12, 31), "city-2025"),
        ],
    )
    def test_the_first_and_the_last_day_belong_to_it(
        self, three: Path, on: date, found: str
    ) -> None:
        """Both ends are included; a repeal ends a document the day before."""
        assert policy_in_force("city", on, among=three).id == found

    def test_the_ways_of_naming_documents(self, three: Path) -> None:
        """A folder, its files, policies that were read, one path: all the same."""
        paths = sorted(three.glob("*.toml"))
        day = date(2024, 1, 1)
        found = load_policy(three / "city-2023.toml")
        for among in ([three], paths, map(str, paths), map(load_policy, paths), str(three)):
            assert policy_in_force("city", day, among=among) == found
        assert policy_in_force("city", day, among=paths[1]) == found

    def test_a_document_given_twice_counts_once(self, three: Path) -> None:
        """A folder, and a file of it."""
        again = load_policy(three / "city-2023.toml")
        assert policy_in_force("city", date(2024, 1, 1), among=(three, again)) == again
        shipped = (three, "zhanjiang-bse-2023")
        assert policy_in_force("city", date(2024, 1, 1), among=shipped) == again

    def test_a_single_document_by_its_id(self, three: Path) -> None:
        """An id stands for that document alone; a shipped one needs no path."""
        assert policy_in_force("city-2021", date(2021, 5, 1), among=three).id == "city-2021"
        assert policy_in_force("zhanjiang-bse-2023", date(2023, 7, 7)).id == "zhanjiang-bse-2023"
        assert sentence("city-2021", date(2024, 1, 1), three)[0] == (
            "no document of 'city-2021' is in force on 2024-01-01; "
            "there are: city-2021: 2021-01-01 to 2022-12-31"
        )

    def test_a_series_named_after_its_first_document(self, write: Write, tmp_path: Path) -> None:
        """The document whose id the series bears belongs to it."""
        write("city", "2021-01-01", "2022-12-31", series="")
        write("city-2023", "2023-01-01", None)
        assert policy_in_force("city", date(2021, 1, 1), among=tmp_path).id == "city"
        assert policy_in_force("city", date(2023, 1, 1), among=tmp_path).id == "city-2023"

    def test_none_is_told_with_the_days_there_are(self, three: Path) -> None:
        """In the order of their days; a repeal and an open end are reported."""
        assert sentence("city", date(2023, 3, 1), three) == (
            "no document of 'city' is in force on 2023-03-01; there are: "
            "city-2021: 2021-01-01 to 2022-12-31; "
            "city-2023: 2023-07-01 to 2026-06-30, repealed since 2025-01-01; "
            "city-2025: 2025-01-01 on, no last day stated",
            "“city” 在 2023-03-01 没有有效的文件；现有：city-2021：2021-01-01 至 2022-12-31；"
            "city-2023：2023-07-01 至 2026-06-30，自 2025-01-01 起废止；"
            "city-2025：2025-01-01 起，未写明截止日",
        )

    def test_two_are_told_with_their_days(self, three: Path, write: Write) -> None:
        """Only those in force; neither of them wins."""
        write("city-2024", "2024-01-01", "2024-12-31")
        assert sentence("city", date(2024, 5, 1), three) == (
            "more than one document of 'city' is in force on 2024-05-01: "
            "city-2023: 2023-07-01 to 2026-06-30, repealed since 2025-01-01; "
            "city-2024: 2024-01-01 to 2024-12-31; end or repeal one",
            "“city” 在 2024-05-01 有不止一份有效的文件："
            "city-2023：2023-07-01 至 2026-06-30，自 2025-01-01 起废止；"
            "city-2024：2024-01-01 至 2024-12-31；请写明其中一份的截止日或废止日",
        )

    def test_an_unknown_name(self, three: Path) -> None:
        """Told with the nearest series or id."""
        with pytest.raises(UnknownPolicy) as caught:
            policy_in_force("ctiy", date(2024, 1, 1), among=three)
        (fault,) = caught.value.faults
        assert (fault.code, fault.nearest) == ("unknown_series", "city")
        assert "city-2021" in fault.accepted
        assert "zhanjiang-bse-2023" in fault.accepted

    def test_two_documents_of_one_id(self, three: Path) -> None:
        """Nobody could tell which of them an answer rests on."""
        other = load_policy(three / "city-2021.toml").model_copy(update={"needs": ()})
        same = policy_in_force("city", date(2021, 1, 1), among=[three, other])
        assert same == other
        changed = other.model_copy(update={"series": None})
        assert "the id 'city-2021' is used twice" in sentence("city", date(2021, 1, 1), [
            three, changed,
        ])[0]  # fmt: skip

    def test_what_is_no_policy_is_told(self, three: Path) -> None:
        """A folder is read as a whole."""
        (three / "other.toml").write_text("x = 1", encoding="utf-8")
        assert "other.toml, id: this is missing" in sentence("city", date(2021, 1, 1), three)[0]
        assert "there is no policy" in sentence("city", date(2021, 1, 1), [three / "none.toml"])[0]

    def test_what_is_no_day_is_told(self) -> None:
        """A day, never a moment."""
        with pytest.raises(InvalidCase, match="is not a date"):
            policy_in_force("zhanjiang-bse-2023", "2023")  # type: ignore[arg-type]


class TestGapsAndOverlaps:
    """The days between the first and the last on which no document holds, or several do."""

    def test_a_gap_and_a_repeal(self, three: Path) -> None:
        """What follows on the next day leaves no gap; what is repealed does not overlap."""
        policies = [load_policy(path) for path in sorted(three.glob("*.toml"))]
        gap = Stretch("gap", date(2023, 1, 1), date(2023, 6, 30), ("city-2021", "city-2023"))
        assert gaps_and_overlaps(policies) == (gap,)
        assert gaps_and_overlaps(reversed(policies)) == (gap,)

    def test_overlaps(self, write: Write) -> None:
        """Each stretch with all that are in force on it; one that does not end has no last day."""
        found = gaps_and_overlaps(
            load_policy(path)
            for path in (
                write("a", "2021-01-01", None),
                write("b", "2022-01-01", "2022-12-31"),
                write("c", "2022-12-31", None),
            )
        )
        assert found == (
            Stretch("overlap", date(2022, 1, 1), date(2022, 12, 30), ("a", "b")),
            Stretch("overlap", date(2022, 12, 31), date(2022, 12, 31), ("a", "b", "c")),
            Stretch("overlap", date(2023, 1, 1), None, ("a", "c")),
        )

    def test_one_day_apart(self, write: Write) -> None:
        """A single day is a gap, and a single common day an overlap."""
        first = write("a", "2021-01-01", "2021-12-31")
        apart, common = write("b", "2022-01-02", None), write("c", "2021-12-31", "2022-01-01")
        day = date(2022, 1, 1)
        assert gaps_and_overlaps(map(load_policy, (first, apart))) == (
            Stretch("gap", day, day, ("a", "b")),
        )
        assert gaps_and_overlaps(map(load_policy, (first, common))) == (
            Stretch("overlap", date(2021, 12, 31), date(2021, 12, 31), ("a", "c")),
        )

    def test_they_agree_with_the_document_in_force(self, three: Path, write: Write) -> None:
        """A day lies in a gap or an overlap just where there is no one document."""
        write("city-2024", "2024-02-29", "2024-02-29")
        policies: list[Policy] = [load_policy(path) for path in sorted(three.glob("*.toml"))]
        stretches = gaps_and_overlaps(policies)
        for month in range(12 * 5):
            for day in (1, 28, 29):
                if (month % 12, day) == (1, 29) and (2021 + month // 12) % 4:
                    continue
                on = date(2021 + month // 12, month % 12 + 1, day)
                holding = sum(policy.in_force.includes(on) for policy in policies)
                told = [s for s in stretches if s.first <= on and (s.last is None or on <= s.last)]
                assert len(told) == (holding != 1)

    def test_nothing(self) -> None:
        """No document, no days."""
        assert gaps_and_overlaps([]) == ()
