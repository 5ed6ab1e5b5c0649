"""A clean table disturbed by a person's habits gives the clean answers, or faults; never another.

The law: every answer is that of the clean table, or each enterprise concerned has a fault that
names its place, and gets no amount.
"""

from __future__ import annotations

import copy
import csv
import io
import random
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import pytest
from profiles import QUICK, few

from files.habits import EVERYWHERE, IN_WORKBOOKS, Habit, Sheet, as_workbook, clean, lines_of
from listing_rewards import load_policy
from listing_rewards.errors import Fault, ListingRewardsError
from listing_rewards.files.enterprises import visible_key
from listing_rewards.files.outcomes import Outcome, assess_rows
from listing_rewards.files.reading import read_rows

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
Answer: TypeAlias = tuple[Decimal, Decimal | None] | None
"""What is payable, at least and at most; None for a fault."""


def written_as_csv(sheet: Sheet, path: Path) -> None:
    """The table as a spreadsheet exports it: every line as wide as the widest."""
    lines = lines_of(sheet)
    width = max(map(len, lines))
    text = io.StringIO()
    rows = csv.writer(text)
    for line in lines:
        cells = ["" if each is None else each for each in line]
        rows.writerow([*cells, *[""] * (width - len(cells))])
    path.write_text(text.getvalue(), encoding="utf-8")


def answers(path: Path) -> dict[str, Answer]:
    """What becomes of each enterprise."""
    found: dict[str, Answer] = {}
    for outcome in assess_rows(read_rows(str(path), POLICY), POLICY, as_of=AS_OF):
        if outcome.row.aside is None:
            for key in keys_of(outcome):
                found[key] = answer_of(outcome)
    return found


def keys_of(outcome: Outcome) -> list[str]:
    """The enterprise by what can be seen of its name; whose a faulty line is, may be unknown."""
    if outcome.assessment is not None:
        return [visible_key(outcome.assessment.case.enterprise.name)]
    return [*outcome.row.who]


def answer_of(outcome: Outcome) -> Answer:
    """The amounts, or None where there are faults, each with its place."""
    if outcome.assessment is None:
        assert outcome.faults
        assert all(placed(each) for each in outcome.faults)
        return None
    return outcome.assessment.payable, outcome.assessment.payable_at_most


def placed(each: Fault) -> bool:
    """Whether a fault names its file, and its line or cell; of a workbook also the sheet."""
    return bool(each.file and each.row and (each.sheet or each.file.endswith(".csv")))


def violation(sheet: Sheet, meant: Mapping[str, Answer], path: Path) -> str:
    """How what was read breaks the law; empty where it does not."""
    try:
        found = answers(path)
    except ListingRewardsError as error:
        return "" if all(each.file for each in error.faults) else "a refusal names no file"
    said_otherwise = sheet.said_otherwise()
    for name, answer in meant.items():
        if name not in found:
            return f"{name} is lost"
        if found[name] is None:
            continue
        if name in said_otherwise:
            return f"{name} is answered without what is said of it elsewhere"
        if found[name] != answer:
            return f"{name} gets {found[name]} in place of {answer}"
    strangers = [name for name, answer in found.items() if answer and name not in meant]
    return f"{strangers} are no enterprises" if strangers else ""


def disturbed(seed: int, habits: Mapping[str, Habit], folder: Path, form: str) -> str:
    """One table with one to four habits, and how it breaks the law, if it does."""
    draw = random.Random(seed)
    sheet = clean(draw)
    path = folder / f"clean-{form}.csv"
    written_as_csv(sheet, path)
    meant = {name: answer for name, answer in answers(path).items() if name.startswith("示例")}
    assert None not in meant.values()
    names = draw.sample(sorted(habits), draw.choice([1, 1, 2, 3, 4]))
    for name in names:
        habits[name](sheet, draw)
    path = folder / f"disturbed.{form}"
    if form == "csv":
        written_as_csv(sheet, path)
    else:
        as_workbook(copy.deepcopy(sheet)).save(path)
    broken = violation(sheet, meant, path)
    return f"seed {seed}, {form}, {', '.join(names)}: {broken}" if broken else ""


TRIED = few(1000) if QUICK else 1000


@pytest.mark.parametrize("part", range(4))
def test_a_workbook_disturbed(tmp_path: Path, part: int) -> None:
    """By habits of workbooks and of all tables."""
    habits = EVERYWHERE | IN_WORKBOOKS
    found = (disturbed(seed, habits, tmp_path, "xlsx") for seed in range(part, TRIED, 4))
    assert [each for each in found if each] == []


@pytest.mark.parametrize("part", range(4))
def test_a_csv_disturbed(tmp_path: Path, part: int) -> None:
    """By habits of all tables."""
    found = (disturbed(seed, EVERYWHERE, tmp_path, "csv") for seed in range(part, TRIED, 4))
    assert [each for each in found if each] == []


def test_a_line_without_name_marked_as_an_example(tmp_path: Path) -> None:
    """It may be a further event of the enterprise above, which then gets no answer."""
    path = tmp_path / "a.csv"
    path.write_text(
        "序号,企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）\n"
        "1,示例甲公司,2023-08-01,300\n例,,2024-02-02,77\n例,某公司,2024-02-02,77\n",
        encoding="utf-8",
    )
    rows = list(read_rows(str(path), POLICY))
    assert [[each.code for each in row.faults] for row in rows] == [
        *(["nameless_line"], ["example_of_nobody"], []),
    ]
    assert rows[2].aside == "example"


@pytest.mark.parametrize("word", ["同上", "〃", "（同上）", "ditto"])
def test_a_total_of_the_same_as_above(tmp_path: Path, word: str) -> None:
    """States a day and an amount of the enterprise above, whatever its number says."""
    path = tmp_path / "a.csv"
    header = "序号,企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）\n"
    first = "1,示例甲公司,2023-08-01,300\n"
    path.write_text(f"{header}{first}小计1,{word},2024-02-02,77\n", encoding="utf-8")
    rows = list(read_rows(str(path), POLICY))
    assert [[each.code for each in row.faults] for row in rows] == [["nameless_line"], ["missing"]]
    path.write_text(f"{header}{first}小计,{word},,\n合计,,,377\n", encoding="utf-8")
    rows = list(read_rows(str(path), POLICY))
    assert [row.aside for row in rows] == [None, "total", "total"]


PLAIN = (
    *("columns_numbered", "numbered_notes", "office_and_day_of_the_seal", "header_printed_again"),
    *("nobody_where_a_name_would_be", "lines_prepared_for_more", "numbers_of_lines_in_brackets"),
    *("a_word_where_the_number_of_a_line_would_be", "codes_struck_with_a_stroke"),
    *("an_example_of_nobody", "groups_of_years", "county_headings", "subtotals", "a_total_first"),
    *("strokes_where_nothing_happened", "days_in_words_with_blanks", "amounts_with_zheng"),
)
"""Habits after which nobody doubts what is meant."""


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_plain_is_read(tmp_path: Path, name: str, form: str) -> None:
    """Not only is nothing read wrongly: everything is read."""
    for seed in range(few(24)):
        draw = random.Random(seed)
        sheet = clean(draw)
        path = tmp_path / "clean.csv"
        written_as_csv(sheet, path)
        meant = answers(path)
        EVERYWHERE[name](sheet, draw)
        path = tmp_path / f"disturbed.{form}"
        if form == "csv":
            written_as_csv(sheet, path)
        else:
            as_workbook(sheet).save(path)
        assert answers(path) == meant, seed


def test_there_are_many_habits() -> None:
    """At least forty, each with a name of its own."""
    assert len(EVERYWHERE) >= 40
    assert len(EVERYWHERE | IN_WORKBOOKS) >= 60
    assert not EVERYWHERE.keys() & IN_WORKBOOKS.keys()
