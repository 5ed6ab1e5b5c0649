"""Laws of a screening, on generated enterprises."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case
from listing_rewards.plan import (
    Screening,
    ScreeningList,
    by_county,
    list_standards,
    load_standard,
    moved,
    ranked,
    screen,
)
from listing_rewards.policy.standards import Standard
from plan.asking import DAY, asked, case_of, finding

YEARS = (2023, 2024, 2025)
STANDARDS = [load_standard(name) for name in list_standards()]
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def figures_of(standard: Standard) -> list[str]:
    """What a case may state of figures that are not made."""
    return [
        name if not kind.yearly else f"{name}.{year}"
        for name, kind in standard.figures.items()
        if kind.made is None
        for year in (YEARS if kind.yearly else (0,))
    ]


def value_of(standard: Standard, name: str) -> st.SearchStrategy[str]:
    """A figure near the numbers that are asked for."""
    unit = standard.figures[name.partition(".")[0]].unit
    if unit == "percent":
        return st.integers(0, 2000).map(lambda n: f"{Decimal(n).scaleb(-2)}%")
    if unit == "number":
        return st.integers(0, 300).map(str)
    return st.sampled_from((-100, 0, 400, 500, 800, 1500, 2500, 5000, 12000, 50000)).map(
        lambda n: f"{n}万元"
    )


@st.composite
def cases(draw: st.DrawFn, standard: Standard, name: str = "示例甲公司") -> dict[str, Any]:
    """An enterprise of which a part is stated, as a document."""
    known = figures_of(standard)
    stated = draw(st.sets(st.sampled_from(known)) | st.just(set(known)))
    flags = draw(st.dictionaries(st.sampled_from([*standard.flags, "-"]), st.booleans()))
    events = [{"kind": kind, "on": str(draw(DAYS))} for kind in draw(_kinds(standard))]
    return {
        "enterprise": {"name": name, "county": draw(st.sampled_from(("示例东区", "示例西区")))},
        "events": events,
        "figures": {each: draw(value_of(standard, each)) for each in sorted(stated)},
        "flags": {key: value for key, value in flags.items() if key != "-"},
    }


def _kinds(standard: Standard) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from([*standard.events])) if standard.events else st.just(set())


def screened(document: dict[str, Any], standard: Standard, day: date = DAY) -> Screening:
    """The screening of a document, of figures up to 2025."""
    return screen(Case.model_validate(document), standard, day, year=2025)


@given(st.data())
def test_filling_in_what_is_unknown_changes_nothing_that_was_decided(data: st.DataObject) -> None:
    """A condition that is met or not met stays so, and what is open is named by its facts."""
    standard = data.draw(st.sampled_from(STANDARDS))
    document = data.draw(cases(standard))
    before = screened(document, standard)
    for each in before.left():
        assert each.needs or each.undefined or each.outcome in {"not_met", "not_evaluated"}
    rest = {
        name: data.draw(value_of(standard, name))
        for name in figures_of(standard)
        if name not in document["figures"]
    }
    after = screened({**document, "figures": {**document["figures"], **rest}}, standard)
    for was, now in zip(before.findings, after.findings, strict=True):
        if was.outcome in {"met", "not_met"}:
            assert now.outcome == was.outcome


@given(st.data())
def test_making_up_for_every_gap_makes_ready(data: st.DataObject) -> None:
    """How far a figure is off is exactly what is missing: with it, the bound is reached."""
    standard = load_standard("bse-listing")
    document = data.draw(cases(standard))
    for each in screened(document, standard).left():
        if each.shape == "figure" and each.outcome == "not_met" and each.of in document["figures"]:
            assert each.stated is not None
            assert each.short_by is not None
            reached = {**document["figures"], each.of: str(each.stated + each.short_by)}
            after = screened({**document, "figures": reached}, standard)
            assert finding(after, each.condition).outcome == "met"


@given(st.data())
def test_a_screening_does_not_hang_on_those_before_it(data: st.DataObject) -> None:
    """Whatever was screened before, by another year or another reading, each is as if alone."""
    standard = data.draw(st.sampled_from(STANDARDS))
    names = [f"示例{n}公司" for n in range(3)]
    found = [Case.model_validate(data.draw(cases(standard, name))) for name in names]
    asked_of = [(case, year, only) for case in found for year in (2024, 2025) for only in (0, 1)]
    for case, year, only in data.draw(st.permutations(asked_of)):
        alone = Standard.model_validate(standard.model_dump())
        answers = [
            screen(case, each, DAY, year=year, verified_only=bool(only))
            for each in (standard, alone)
        ]
        assert answers[0] == answers[1]


def test_a_copy_of_a_standard_asks_for_what_the_copy_says() -> None:
    """Nothing that follows from the standard it was copied of is left in it."""
    standard = load_standard("bse-listing")
    facts = "net_assets.2025=5000万元"
    assert finding(asked("bse-listing", facts), "net_assets").outcome == "met"
    higher = standard.conditions["net_assets"].model_copy(update={"at_least": Decimal(50000001)})
    copy = standard.model_copy(update={"conditions": {**standard.conditions, "net_assets": higher}})
    found = finding(screen(case_of(facts, copy), copy, DAY), "net_assets")
    assert (found.outcome, found.short_by) == ("not_met", Decimal(1))


@given(st.data())
def test_a_period_turns_exactly_on_its_day(data: st.DataObject) -> None:
    """Not met the day before, met on the day that is named and after."""
    standard = load_standard("bse-listing")
    listed = data.draw(st.dates(date(2023, 1, 1), DAY))
    facts = f"neeq_listed@{listed}"
    found = finding(asked("bse-listing", facts), "quoted_12_months")
    assert found.met_from is not None
    document = {
        "enterprise": {"name": "示例甲公司"},
        "events": [{"kind": "neeq_listed", "on": str(listed)}],
    }
    for shift, outcome in ((-1, "not_met"), (0, "met"), (1, "met")):
        day = found.met_from + timedelta(days=shift)
        case = Case.model_validate(document)
        year = day.year - 1
        assert (
            finding(screen(case, standard, day, year=year), "quoted_12_months").outcome == outcome
        )


@given(st.data())
def test_a_list_is_ranked_and_comes_back_from_json(data: st.DataObject) -> None:
    """Whatever the order of the input; counties add up; nothing moved since itself."""
    standard = data.draw(st.sampled_from(STANDARDS))
    names = [f"示例{n}公司" for n in range(4)]
    found = [screened(data.draw(cases(standard, name)), standard) for name in names]
    whole = ranked(found, standard)
    assert whole == ranked(reversed(found), standard)
    assert ScreeningList.model_validate_json(whole.model_dump_json()) == whole
    assert sum(each.all for each in by_county(whole)) == len(names)
    assert moved(whole, whole) == ()


def test_what_moved_since_the_list_before() -> None:
    """Came, left, advanced and fell back, each by the conditions that turned."""
    standard = load_standard("neeq-listing-2017")

    def listed(day: date, *stated: tuple[str, str, str]) -> ScreeningList:
        found = []
        for name, code, capital in stated:
            document = {
                "enterprise": {"name": name, "uscc": code},
                "figures": {
                    "share_capital": capital, "net_assets_per_share": "1元",
                    "revenue.2020": "1亿元", "revenue.2021": "1亿元",
                },
                "events": [{"kind": "established", "on": "2010-01-01"}],
            }  # fmt: skip
            found.append(screen(Case.model_validate(document), standard, day, year=2021))
        return ranked(found, standard)

    before = listed(
        date(2022, 5, 1), ("示例甲公司", "A", "499万元"), ("示例乙公司", "B", "500万元"),
        ("示例丙公司", "C", "500万元"), ("示例丁公司", "D", "500万元"),
    )  # fmt: skip
    after = listed(
        date(2022, 9, 1), ("示例甲新名公司", "A", "500万元"), ("示例乙公司", "B", "1万元"),
        ("示例丁公司", "D", "500万元"), ("示例戊公司", "E", "500万元"),
    )  # fmt: skip
    found = [(each.enterprise.name, each.moved) for each in moved(before, after)]
    assert found == [
        ("示例戊公司", "came"),
        ("示例甲新名公司", "advanced"),
        ("示例乙公司", "fell_back"),
        ("示例丙公司", "left"),
    ]
    turns = {each.enterprise.name: each.because for each in moved(before, after)}
    assert [each.condition for each in turns["示例乙公司"]] == ["share_capital"]
