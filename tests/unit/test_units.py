"""Every amount of money in a document is written with its unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from listing_rewards import InvalidPolicy, Policy, load_policy

HEAD = """
id = "units"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2026-01-01
clause = "c"
[clauses.c]
item = "第一条"
text = "对上市企业给予奖励。"
[events]
listed = { zh = "上市", en = "Listed" }
raised = { zh = "募资到位", en = "Raised", amount = true }
[figures]
profit = { zh = "净利润", en = "Net profit" }
staff = { zh = "人数", en = "Staff", unit = "number" }
share = { zh = "占比", en = "Share", unit = "percent" }
[conditions.first]
figure = "profit"
over = 0
clause = "c"
"""
AWARD = """
[[awards]]
id = "x"
title = "奖励"
earned_by = "listed"
clause = "c"
"""


def refused(text: str, folder: Path) -> list[str]:
    """Where the document lacks a unit."""
    path = folder / "units.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPolicy) as refusal:
        load_policy(path)
    assert {each.code for each in refusal.value.faults} == {"no_unit_written"}
    return [each.path for each in refusal.value.faults]


class TestWithoutUnit:
    """Bare numbers are refused wherever money is meant, and nowhere else."""

    @pytest.mark.parametrize(
        ("amount", "paths"),
        [
            ('"50"', [""]),
            ("50", [""]),
            ('"1,000.50"', [""]),
            ('"５０"', [""]),
            ('{ fixed = "50" }', [".fixed"]),
            ('{ rate = "2%", of = "raised", cap = 10, floor = "5" }', [".cap", ".floor"]),
            ('{ rate = "2%", of = "profit", above = "800" }', [".above"]),
            ('{ fixed = "5元", per = "profit", every = "100" }', [".every"]),
            (
                '{ of = "raised", bands = [{ below = 8, fixed = 3 }, { at_least = "8亿元", '
                'rate = "1%", cap = "5" }] }',
                [".bands[0].below", ".bands[0].fixed", ".bands[1].cap"],
            ),
            (
                '{ dated = [{ since = 2026-01-01, amount = 50 }, '
                '{ since = 2026-06-01, amount = { fixed = "5" } }] }',
                [".dated[0].amount", ".dated[1].amount.fixed"],
            ),
        ],
    )  # fmt: skip
    def test_an_amount(self, amount: str, paths: list[str], tmp_path: Path) -> None:
        """Fixed sums, caps, floors, bands, thresholds, and dated ones, each by its path."""
        text = f"{HEAD}{AWARD}amount = {amount}\n"
        assert refused(text, tmp_path) == [f"awards.x.amount{path}" for path in paths]

    @pytest.mark.parametrize(
        ("part", "path"),
        [
            ('[groups.g]\ntitle = "合计"\ncap = 900\nclause = "c"', "groups.g.cap"),
            (
                '[groups.g]\ntitle = "合计"\ncap = "9万元"\n'
                'cap_when = [{ when = "first", cap = 5 }]\nclause = "c"',
                "groups.g.cap_when[0].cap",
            ),
            ('[rounding]\nunit = "1"\nclause = "c"', "rounding.unit"),
            ('[conditions.rich]\nfigure = "profit"\nover = "300"\nclause = "c"',
             "conditions.rich.over"),
            ('[conditions.big]\nfigure = "raised"\nat_least = 8\nclause = "c"',
             "conditions.big.at_least"),
            ('[figures.tax]\nzh = "税收"\nen = "Tax"\nat_most = 900', "figures.tax.at_most"),
        ],
    )  # fmt: skip
    def test_another_part(self, part: str, path: str, tmp_path: Path) -> None:
        """Common caps, rounding, conditions on what is counted in yuan, the most of a figure."""
        text = f'{HEAD}{part}\n{AWARD}amount = "50万元"\n'
        assert refused(text, tmp_path) == [path]

    @pytest.mark.parametrize(
        "amount",
        [
            '"50万元"', '"50 yuan"', '"¥50"', '"0.5亿元"', "0", '"0.00"',
            '{ fixed = "5元", per = "staff", every = 10 }',
            '{ rate = "2%", of = "staff", above = 10, cap = "1万元" }',
            '{ of = "staff", bands = [{ at_least = 1, below = 8, fixed = "3元" }] }',
            '{ of = "share", bands = [{ at_least = "5%", fixed = "3元" }] }',
        ],
    )  # fmt: skip
    def test_what_needs_none(self, amount: str, tmp_path: Path) -> None:
        """A unit, a sign of yuan, nothing at all, a number of people, a percentage."""
        path = tmp_path / "units.toml"
        path.write_text(f"{HEAD}{AWARD}amount = {amount}\n", encoding="utf-8")
        assert load_policy(path).id == "units"

    def test_what_is_inherited_has_one(self, tmp_path: Path) -> None:
        """A document is asked for the units of what it writes itself."""
        (tmp_path / "mine.toml").write_text(
            'id = "mine"\nextends = "zhanjiang-bse-2023-illustrative"\n'
            '[document]\ntitle = "本地文件"\nissuer = "某市"\n'
            '[clauses.own]\nitem = "第一条"\ntext = "……"\n'
            '[[awards]]\nid = "bse_listed"\namount = 300\nclause = "own"\n',
            encoding="utf-8",
        )
        with pytest.raises(InvalidPolicy) as refusal:
            load_policy(tmp_path / "mine.toml")
        (found,) = refusal.value.faults
        assert found.path == "awards.bse_listed.amount"
        assert '"300元" or "300万元"' in found.statement()

    def test_a_policy_in_json_is_in_yuan(self) -> None:
        """What the library wrote, in an answer or a record, is read back as it is."""
        policy = load_policy("zhanjiang-bse-2023-illustrative")
        assert Policy.model_validate_json(policy.model_dump_json()) == policy
