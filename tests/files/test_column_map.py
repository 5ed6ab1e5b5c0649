"""A map of columns: what is read, carried and left out, and what is refused of a map."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st

from files.books import book_of, bytes_of, saved
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.errors import Fault
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.column_map import ColumnMap, read_column_map
from listing_rewards.files.reading.column_proposals import Proposal, proposals_for
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.files.writing.column_map import column_map_text

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
HEADER = (
    *("序号", "企业名称", "法定代表人", "挂牌时间", "股权融资日", "股权融资额（万元）"),
    *("申请奖励金额（万元）", "开户银行", "银行账号", "主办券商", "备注"),
)
ROWS = [
    (
        1,
        "示例甲公司",
        "（略）",
        "2023-09-15",
        "2023-08-01",
        300,
        56,
        "示例行",
        "0123",
        "示例证券",
        "",
    ),
    (2, "示例乙公司", "（略）", "2023-10-08", "", "", 50, "示例行", "0456", "", "另附材料"),
]
MAP = ColumnMap(
    read=(
        ("挂牌时间", "neeq_listed"),
        ("股权融资日", "区域性股权市场融资日期"),
        ("股权融资额", "regional_financing_amount"),
    ),
    carry=(("申请奖励金额", "applied"), ("主办券商", "主办券商"), ("备注", "remark")),
    ignore=("法定代表人",),
)
WHOLE = """
ignore = ["法定代表人"]
[carry]
"申请奖励金额" = "applied"
"开户银行" = "bank"
"主办券商" = "主办券商"
[read]
"挂牌时间" = "neeq_listed"
"股权融资日" = "区域性股权市场融资日期"
"股权融资额" = "regional_financing_amount"
"""
RUN = ("-p", POLICY.id, "--as-of", "2025-12-31")


def table(tmp_path: Path, header: tuple[str, ...] = HEADER) -> str:
    """A table with columns of another system."""
    return saved(tmp_path, bytes_of(book_of({"申报表": [header, *ROWS]})), "a.xlsx")


def refused(path: str, columns: ColumnMap) -> list[Fault]:
    """What is wrong with the table's header, or with its rows."""
    try:
        return [each for row in read_rows(path, POLICY, columns=columns) for each in row.faults]
    except ListingRewardsError as error:
        return list(error.faults)


def map_faults(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """The codes of what is wrong with a map, each with its path."""
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListingRewardsError) as caught:
        read_column_map(str(path), POLICY)
    assert all(each.file == str(path) for each in caught.value.faults)
    assert caught.value.explain("en") != caught.value.explain("zh")
    return [(each.code, each.path) for each in caught.value.faults]


class TestReading:
    """What stands under a header of another system."""

    def test_it_is_read_as_the_column_it_stands_for(self, tmp_path: Path) -> None:
        """The day, and the amount in the unit of its header."""
        first, second = read_rows(table(tmp_path), POLICY, columns=MAP)
        assert first.case is not None
        amounts = {each.kind: each.amount for each in first.case.events}
        assert amounts == {"neeq_listed": None, "regional_financing": Decimal("3000000.00")}
        assert first.carried == {
            "applied": Decimal("560000.00"), "bank": "示例行", "account": "0123",
            "主办券商": "示例证券",
        }  # fmt: skip
        assert second.carried["remark"] == "另附材料"

    def test_without_a_map_it_is_refused(self, tmp_path: Path) -> None:
        """Each header that is not ours, once; nothing is guessed."""
        given = [each.given for each in refused(table(tmp_path), ColumnMap())]
        assert given == [*HEADER[2:6], "主办券商"]

    def test_the_unit_may_stand_in_the_map(self, tmp_path: Path) -> None:
        """Where the header has none; a bare number under neither is a fault in its cell."""
        header = tuple(text.replace("（万元）", "") for text in HEADER)
        read = (*MAP.read[:2], ("股权融资额", "regional_financing_amount（万元）"))
        carry = (("申请奖励金额", "applied（万元）"), *MAP.carry[1:])
        path = table(tmp_path, header)
        (first, _) = read_rows(path, POLICY, columns=ColumnMap(read, carry, MAP.ignore))
        assert first.case is not None
        assert first.case.events[1].amount == Decimal("3000000.00")
        assert first.carried["applied"] == Decimal("560000.00")
        without = refused(path, MAP)
        assert {(each.code, each.cell) for each in without} == {
            ("no_unit_in_header", "F2"), ("no_unit_in_header", "G2"), ("no_unit_in_header", "G3"),
        }  # fmt: skip

    def test_two_units_are_a_fault(self, tmp_path: Path) -> None:
        """The header says 万元, the map 元: nobody can say which."""
        read = (*MAP.read[:2], ("股权融资额", "regional_financing_amount（元）"))
        (found,) = refused(table(tmp_path), ColumnMap(read, MAP.carry, MAP.ignore))
        assert (found.code, found.given) == ("unknown_unit", "万元/元")

    def test_two_columns_of_one_meaning(self, tmp_path: Path) -> None:
        """A header of ours beside one that stands for it."""
        header = ("企业名称", "新三板挂牌日期", "挂牌时间")
        rows = [header, ("示例甲公司", "2023-09-15", "2023-09-16")]
        path = saved(tmp_path, bytes_of(book_of({"表": rows})), "b.xlsx")
        assert [each.code for each in refused(path, MAP)] == ["duplicate_column"]

    def test_what_is_carried_of_an_account_keeps_its_digits(self, tmp_path: Path) -> None:
        """A number of 19 digits typed as a number has lost the last ones, which is a fault."""
        rows = [("企业名称", "银行账号"), ("示例甲公司", 6222021234567890123)]
        path = saved(tmp_path, bytes_of(book_of({"表": rows})), "b.xlsx")
        (found,) = refused(path, ColumnMap())
        assert (found.code, found.cell) == ("code_as_number", "B2")

    def test_the_same_map_serves_a_ledger(self, tmp_path: Path) -> None:
        """What it carries is left out there."""
        path = tmp_path / "ledger.csv"
        path.write_text(
            "拨付对象,奖励项目,拨付日,拨付数（万元）,开户银行\n"
            "示例甲公司,neeq_listed,2024-01-10,50,示例行\n",
            encoding="utf-8",
        )
        read = (("拨付对象", "name"), ("拨付日", "on"), ("拨付数", "amount"))
        columns = ColumnMap(read, (("开户银行", "bank"),))
        (found,) = read_payments(str(path), POLICY, columns=columns)
        assert found.line is not None
        assert (found.line.name, found.line.amount) == ("示例甲公司", Decimal("500000.00"))

    @given(words=st.permutations(range(len(HEADER))))
    def test_the_order_of_columns_means_nothing(
        self, words: list[int], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """The same cases, and the same beside them."""
        folder = tmp_path_factory.mktemp("maps")
        rows = [[str(row[at]) for at in words] for row in (HEADER, *ROWS)]
        path = folder / "a.csv"
        path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
        found = list(read_rows(str(path), POLICY, columns=MAP))
        straight = list(read_rows(table(folder), POLICY, columns=MAP))
        assert [self.plain(row) for row in found] == [self.plain(row) for row in straight]

    @staticmethod
    def plain(row: Row) -> tuple[object, object]:
        """What a row states, whatever the order."""
        assert row.case is not None
        events = sorted(row.case.events, key=lambda each: each.kind)
        return (row.case.enterprise, tuple(events)), dict(row.carried)


class TestMaps:
    """What a map may say."""

    def test_a_whole_one(self, tmp_path: Path) -> None:
        """Read as it stands."""
        path = tmp_path / "map.toml"
        path.write_text(WHOLE, encoding="utf-8")
        found = read_column_map(str(path), POLICY)
        assert found.titles == ("applied", "bank", "主办券商")
        assert found.ignore == ("法定代表人",)

    @pytest.mark.parametrize(
        ("text", "wrong"),
        [
            ("ignored = []", ("unknown_key", "ignored")),
            ('ignore = "a"', ("wrong_map", "ignore")),
            ("ignore = [1]", ("wrong_map", "ignore")),
            ('read = ["a"]', ("wrong_map", "read")),
            ("[carry]\na = 1", ("wrong_map", "carry")),
            ('[read]\n"挂牌" = "neeq_liste"', ("unknown_target", "read.挂牌")),
            ('[carry]\n"名" = "name"', ("reserved_title", "carry.名")),
            ('ignore = ["a"]\n[carry]\na = "b"', ("mapped_twice", "carry.a")),
            ('[read]\nneeq_listed = "bse_listed"', ("mapped_id", "read.neeq_listed")),
            (
                '[read]\n"融资（元）" = "regional_financing_amount（万元）"',
                ("unknown_unit", "read.融资（元）"),
            ),
            ("[read", ("bad_toml", "")),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, text: str, wrong: tuple[str, str]) -> None:
        """With the file and the line of the map that is meant."""
        assert map_faults(tmp_path, text) == [wrong]


class TestProposals:
    """What `columns` proposes."""

    def test_nothing_that_could_be_a_fact_is_decided(self, tmp_path: Path) -> None:
        """A header like one of ours is put before the user; others are carried or left out."""
        header = (
            "企业名称",
            "2024年净利润（万元）",
            "收款账号信息",
            "申请资金总额（万元）",
            "行业",
        )
        path = saved(tmp_path, bytes_of(book_of({"表": [header, ("示例甲公司", 1, 2, 3, "x")]})))
        assert [each[:3] for each in proposals_for(path, POLICY)] == [
            ("企业名称", "known", "name"),
            ("2024年净利润", "undecided", "net_profit"),
            ("收款账号信息", "carry", "account"),
            ("申请资金总额", "carry", "applied"),
            ("行业", "ignore", ""),
        ]

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_the_command_writes_a_map_that_is_read(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        lang: str,
    ) -> None:
        """As it is, it carries and leaves out; what is undecided stays a fault."""
        path, mapped = table(tmp_path), str(tmp_path / "map.toml")
        run = ("columns", path, *RUN[:2], "-o", mapped, "--lang", lang)
        assert run_command(monkeypatch, *run) == 1
        assert "3" in capsys.readouterr().err
        found = read_column_map(mapped, POLICY)
        assert set(found.titles) == {"applied", "bank", "account", "remark"}
        assert [each.given for each in refused(path, found)] == [*HEADER[3:6]]

    def test_carried_cells_come_out_beside_the_results(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """As JSON Lines and CSV; a remark is reported at the end."""
        path, mapped = table(tmp_path), tmp_path / "map.toml"
        mapped.write_text(WHOLE, encoding="utf-8")
        run = ("assess", path, *RUN, "--columns", str(mapped))
        assert run_command(monkeypatch, *run, "--table", "enterprises", "--format", "jsonl") == 0
        told = capsys.readouterr()
        first, second = map(json.loads, told.out.splitlines())
        assert [*first][-3:] == ["applied", "bank", "主办券商"]
        assert (first["applied"], first["bank"], second["主办券商"]) == (
            "560000.00",
            "示例行",
            None,
        )
        assert "另附材料" in told.err
        assert run_command(monkeypatch, *run, "--format", "csv") == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].endswith(",remarks,shares,applied,bank,主办券商")
        assert lines[1].endswith(",560000.00,示例行,示例证券")

    @given(
        found=st.lists(
            st.builds(
                Proposal,
                st.text(min_size=1, max_size=8),
                st.sampled_from(["known", "carry", "ignore", "undecided"]),
                st.just("bank"),
                st.lists(st.text(max_size=5)).map(tuple),
            ),
            unique_by=lambda each: each.header.strip().lower(),
        )
    )
    def test_whatever_a_header_holds_the_map_is_toml(self, found: list[Proposal]) -> None:
        """And says of each header what was proposed."""
        import tomllib

        stated = tomllib.loads(column_map_text(found, "a\n].xlsx", "zh"))
        assert stated["ignore"] == [each.header for each in found if each.done == "ignore"]
        assert [*stated["carry"]] == [each.header for each in found if each.done == "carry"]
