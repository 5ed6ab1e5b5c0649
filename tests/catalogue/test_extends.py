"""A document that extends another: every table, its sources, and what an amendment repeals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from listing_rewards import InvalidPolicy, Policy, load_policy
from listing_rewards.policy.amounts import DatedAmount, FixedAmount, RateAmount
from listing_rewards.policy.conditions import FigureCondition, FlagCondition, SeasoningCondition
from listing_rewards.policy.diff import diff

EVERYTHING = Path(__file__).with_name("everything.toml")
HEAD = f"""
id = "amended"
extends = "{EVERYTHING.as_posix()}"
document = {{ title = "修改决定", issuer = "某市人民政府" }}
[clauses.amendment]
item = "修改决定第一条"
text = "修改如下。"
"""
BASE = load_policy(EVERYTHING)
Amend = Callable[[str], Policy]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The amending document."""
    return tmp_path / "amended.toml"


@pytest.fixture
def amend(path: Path) -> Amend:
    """The policy that some changes to the base make."""

    def amend(changes: str) -> Policy:
        path.write_text(HEAD + changes, encoding="utf-8")
        return load_policy(path)

    return amend


def changed(policy: Policy) -> list[str]:
    """The paths of what an amendment changes, its new clause aside."""
    return [each.path for each in diff(BASE, policy) if each.path != "clauses.amendment"]


def codes(amend: Amend, changes: str) -> list[tuple[str, str]]:
    """Path and code of what is wrong with some changes."""
    with pytest.raises(InvalidPolicy) as caught:
        amend(changes)
    return [(fault.path, fault.code) for fault in caught.value.faults]


class TestEveryTable:
    """A part that is named changes, and nothing else does."""

    def test_nothing_named_changes_nothing(self, amend: Amend) -> None:
        """All of it is inherited, whatever construct it is."""
        assert changed(amend("")) == []

    @pytest.mark.parametrize(
        ("changes", "paths"),
        [
            ('[events.listed]\nen = "Went public"', ["events.listed.en"]),
            ('[figures.staff]\nat_most = "30000"', ["figures.staff.at_most"]),
            ('[flags.first]\npresumed = "why"', ["flags.first.presumed"]),
            (
                '[attributes.board]\nvalues.main = "主板"\nvalues.bse = "北交所"\n'
                'values."科创板" = "科创板"',
                ["attributes.board.values"],
            ),
            (
                '[conditions.seasoned]\nyears = 2\nclause = "amendment"',
                [f"conditions.seasoned.{key}" for key in ("clause", "assumed", "years")],
            ),
            (
                '[groups.stages]\ncap = "330万元"\nclause = "amendment"',
                ["groups.stages.clause", "groups.stages.cap"],
            ),
            (
                '[best_of.financing]\nawards = ["financed", "yearly"]\nclause = "amendment"',
                ["best_of.financing.clause", "best_of.financing.awards"],
            ),
            (
                '[instalments.two]\nparts = [{ share = "100%" }]\nclause = "amendment"',
                ["instalments.two.clause", "instalments.two.parts"],
            ),
            (
                '[shares.half]\nparts = [{ level = "city", title = "市级", share = "100%" }]\n'
                'clause = "amendment"',
                ["shares.half.clause", "shares.half.parts"],
            ),
            (
                '[repayments.moving]\nyears = 10\nclause = "amendment"',
                ["repayments.moving.clause", "repayments.moving.years"],
            ),
            ('[[awards]]\nid = "filed"\nneeds = []', ["awards.filed.needs"]),
            ('[[notices]]\nid = "review"\neffect = "review"', ["notices.review.effect"]),
            ('[in_force]\nfirst = 2026-01-01\nclause = "amendment"', ["in_force"]),
            ('[rounding]\nunit = "1元"\nclause = "amendment"', ["rounding"]),
        ],
    )
    def test_a_table(self, amend: Amend, changes: str, paths: list[str]) -> None:
        """Only the keys that are written, and with them the source."""
        assert changed(amend(changes)) == paths

    def test_lists_of_names_are_replaced(self, path: Path) -> None:
        """What all awards need, and whose payments count."""
        lists = 'needs = []\ncounts_payments_under = ["city-2022"]\n'
        path.write_text(lists + HEAD, encoding="utf-8")
        policy = load_policy(path)
        assert policy.needs == ()
        assert policy.counts_payments_under == ("city-2022",)

    def test_new_parts_come_after_those_there_were(self, amend: Amend) -> None:
        """A new part of a table is complete."""
        policy = amend(
            '[conditions.new]\nflag = "first"\nclause = "amendment"\n'
            '[best_of.new]\nawards = ["jobs", "open"]\nclause = "amendment"\n'
            '[[awards]]\nid = "new"\ntitle = "新增奖励"\nearned_by = "listed"\n'
            'needs = ["new"]\namount = "1万元"\nclause = "amendment"\n'
            "result_conditioned = false\nselective = false\n"
        )
        assert changed(policy) == ["conditions.new", "best_of.new", "awards.new"]
        assert [*policy.conditions][-1] == "new"
        assert policy.awards[-1].id == "new"


class TestSources:
    """A changed part with numbers brings its own source."""

    @pytest.mark.parametrize(
        ("changes", "where"),
        [
            ('[best_of.financing]\nawards = ["jobs", "open"]', "best_of.financing"),
            ('[instalments.two]\nparts = [{ share = "100%" }]', "instalments.two"),
            (
                '[shares.half]\nparts = [{ level = "x", title = "市级", share = "100%" }]',
                "shares.half",
            ),
            ("[repayments.moving]\nyears = 10", "repayments.moving"),
            ('[groups.stages]\ncap_when = [{ when = "star", cap = "1万元" }]', "groups.stages"),
            ('[conditions.hiring]\nat_least = "20"', "conditions.hiring"),
            ('[conditions.hiring]\nflag = "first"', "conditions.hiring"),
            ('[[awards]]\nid = "yearly"\namount = "1万元"', "awards[3].amount"),
        ],
    )
    def test_none_is_inherited(self, amend: Amend, changes: str, where: str) -> None:
        """Otherwise an answer would cite a clause that does not give the number."""
        assert codes(amend, changes) == [(where, "no_source")]

    def test_a_dated_amount_is_replaced_whole(self, amend: Amend) -> None:
        """Its values rest on the new clause, but for one that says otherwise."""
        amount = (
            amend(
                '[[awards]]\nid = "listed"\nclause = "amendment"\namount.dated = [\n'
                '{ since = 2025-01-01, amount = { fixed = "300万元", clause = "stages" } },\n'
                '{ since = 2026-01-01, amount = "100万元" } ]'
            )
            .award("listed")
            .amount
        )
        assert isinstance(amount, DatedAmount)
        sources = [each.amount.clause for each in amount.dated if each.amount]
        assert (amount.clause, sources) == ("amendment", ["stages", "amendment"])

    def test_a_dated_amount_without_a_source(self, amend: Amend) -> None:
        """Neither it nor its values take the clause of what they replace."""
        dated = 'amount.dated = [{ since = 2025-01-01, amount = "1万元" }]'
        fault = ("awards[1].amount.dated[0].amount", "no_source")
        assert fault in codes(amend, f'[[awards]]\nid = "listed"\n{dated}')

    def test_bands_are_replaced_whole(self, amend: Amend) -> None:
        """No band, base or limit of the old amount is left."""
        amount = (
            amend(
                '[[awards]]\nid = "bands"\namount = { of = "staff", bands = [{ at_least = "1", '
                'fixed = "1万元" }] }\nclause = "amendment"'
            )
            .award("bands")
            .amount
        )
        assert amount.model_dump(exclude_defaults=True) == {
            "clause": "amendment",
            "of": "staff",
            "bands": ({"at_least": Decimal("1.00"), "fixed": Decimal("10000.00")},),
        }

    def test_another_construct_replaces_the_amount(self, amend: Amend) -> None:
        """A rate becomes a sum, with nothing of the rate."""
        amount = (
            amend('[[awards]]\nid = "yearly"\namount = "3万元"\nclause = "amendment"')
            .award("yearly")
            .amount
        )
        assert amount == FixedAmount(fixed=Decimal(30000), clause="amendment")
        assert isinstance(BASE.award("yearly").amount, RateAmount)

    def test_another_construct_replaces_the_condition(self, amend: Amend) -> None:
        """Two constructs never mix; within one, the keys that are not written stay."""
        policy = amend(
            '[conditions.hiring]\nflag = "first"\nclause = "amendment"\n'
            '[conditions.seasoned]\nseasoning = "listed"\nclause = "amendment"\n'
        )
        assert policy.conditions["hiring"] == FlagCondition(flag="first", clause="amendment")
        seasoned = policy.conditions["seasoned"]
        assert isinstance(seasoned, SeasoningCondition)
        assert (seasoned.seasoning, seasoned.years, seasoned.tested_on) == ("listed", 1, ("filed",))

    def test_a_bound_replaces_the_other_one_of_its_side(self, amend: Amend) -> None:
        """From 超过800万元 to 不低于1000万元, and from 以下 to 不满; the other side stays."""
        policy = amend(
            '[conditions.profitable]\nat_least = "1000万元"\nclause = "amendment"\n'
            '[conditions.researching]\nat_most = "40%"\nclause = "amendment"\n'
        )
        profitable, researching = (policy.conditions[n] for n in ("profitable", "researching"))
        assert isinstance(profitable, FigureCondition)
        assert isinstance(researching, FigureCondition)
        assert (profitable.at_least, profitable.over) == (Decimal(10_000_000), None)
        assert profitable.at_most == 800_000_000
        assert (researching.at_most, researching.below) == (Decimal("0.4"), None)
        assert researching.at_least == Decimal("0.03")

    @pytest.mark.parametrize(
        ("name", "written", "bounds"),
        [
            ("profitable", "at_least", {"at_least", "at_most"}),
            ("profitable", "below", {"over", "below"}),
            ("researching", "over", {"over", "below"}),
            ("researching", "at_most", {"at_least", "at_most"}),
        ],
    )
    def test_a_side_has_one_bound(
        self, amend: Amend, name: str, written: str, bounds: set[str]
    ) -> None:
        """Whichever of the two is written."""
        changes = f'[conditions.{name}]\n{written} = "20%"\nclause = "amendment"'
        if name == "profitable":
            changes = changes.replace("20%", "2000万元")
        found = amend(changes).conditions[name].model_dump(exclude_none=True)
        assert found.keys() & {"at_least", "over", "at_most", "below"} == bounds

    def test_a_clause_keeps_its_words(self, amend: Amend) -> None:
        """Under an inherited name, new words would be cited for numbers they do not give."""
        changes = '[clauses.stages]\nitem = "第一条"\ntext = "另外的内容"\n[clauses.last]\n'
        assert codes(amend, changes) == [
            ("clauses.stages", "clause_taken"),
            ("clauses.last", "clause_taken"),
        ]
        with pytest.raises(InvalidPolicy) as caught:
            amend(changes)
        assert (
            caught.value.explain("zh")
            .splitlines()[0]
            .endswith(
                "clauses.stages: 所扩展的文件已有条款 “stages”，其数字以之为依据；"
                "请为本文件的条款另取名称"
            )
        )


class TestIdentity:
    """What makes a document itself is not inherited; what it rests on adds up."""

    def test_the_documents_add_up(self, amend: Amend, tmp_path: Path) -> None:
        """Each document of a chain, nearest first, with its title, though each has its own."""
        amend("")
        third = tmp_path / "third.toml"
        third.write_text(
            'id = "third"\nextends = "amended.toml"\n'
            'document = { title = "再次修改", issuer = "某市人民政府" }\n',
            encoding="utf-8",
        )
        policy = load_policy(third)
        assert [*policy.based_on] == ["amended", "everything-2025"]
        assert policy.title_of("amended").zh == "修改决定"
        assert policy.title_of("everything-2025") == BASE.document.title
        assert policy.clauses["amendment"].document == "amended"
        assert policy.clauses["stages"].document == "everything-2025"
        assert policy.counts("amended")
        assert policy.counts("everything-2025")

    def test_the_series_is_said_again(self, amend: Amend, path: Path) -> None:
        """A county's schedule that extends the city's document does not follow it."""
        assert BASE.series == "everything"
        assert amend("").series is None
        path.write_text('series = "everything"\n' + HEAD, encoding="utf-8")
        assert load_policy(path).series == "everything"

    def test_an_id_of_its_own(self, amend: Amend, tmp_path: Path) -> None:
        """Payments under the two could not be told apart, however long the chain."""
        amend("")
        for own_id, extends in (
            ("amended", "amended.toml"),
            ("everything-2025", EVERYTHING.as_posix()),
            ("everything-2025", "amended.toml"),
        ):
            path = tmp_path / "same.toml"
            path.write_text(
                f'id = "{own_id}"\nextends = "{extends}"\n'
                'document = { title = "修改", issuer = "某市人民政府" }\n',
                encoding="utf-8",
            )
            with pytest.raises(InvalidPolicy) as caught:
                load_policy(path)
            assert [(each.path, each.code) for each in caught.value.faults] == [
                ("id", "duplicate_id")
            ]

    def test_nobody_confirmed_the_new_document(self, amend: Amend) -> None:
        """The document is its own, whole."""
        assert BASE.document.confirmed
        document = amend("").document
        assert (document.confirmed, document.number, document.missing) == (None, None, ())


class TestRepeal:
    """An award that an amendment ends stays for what was earned before."""

    def test_an_award_ends_on_a_day(self, amend: Amend) -> None:
        """What holds until then keeps its clause; from then on nothing is given."""
        policy = amend(
            '[[awards]]\nid = "filed"\nclause = "amendment"\namount.dated = [\n'
            '{ since = 2025-01-01, amount = { fixed = "50万元", clause = "stages" } },\n'
            "{ since = 2026-01-01, repealed = true } ]"
        )
        amount = policy.award("filed").amount
        assert isinstance(amount, DatedAmount)
        before, after = amount.dated
        assert before.amount == BASE.award("filed").amount
        assert (after.since, after.amount, after.repealed) == (date(2026, 1, 1), None, True)
        assert changed(policy) == ["awards.filed.amount", "awards.filed.clause"]

    def test_a_whole_document_ends_on_a_day(self, amend: Amend) -> None:
        """The days are written anew, with what repeals them."""
        policy = amend(
            "[in_force]\nfirst = 2025-01-01\nlast = 2026-12-31\n"
            'repealed = { since = 2026-03-01, by = "修改决定" }\nclause = "amendment"'
        )
        assert policy.in_force.end == date(2026, 2, 28)


class TestSlips:
    """What cannot be meant is refused, with where it stands."""

    def test_an_award_without_an_id(self, amend: Amend) -> None:
        """Nobody could tell which one it changes."""
        assert codes(amend, '[[awards]]\ntitle = "x"\nearned_by = "listed"') == [
            ("awards[0].id", "missing")
        ]

    @pytest.mark.parametrize(
        ("changes", "where"),
        [
            ('awards = "x"', "awards"),
            ("awards = [1]", "awards[0]"),
            ("conditions = 1", "conditions"),
            ("clauses = [1]", "clauses"),
            ("conditions.hiring = 1", "conditions.hiring"),
        ],
    )
    def test_a_table_that_is_none(self, path: Path, changes: str, where: str) -> None:
        """Told as in a document that extends nothing."""
        head = HEAD.partition("[clauses")[0]
        path.write_text(f"{changes}\n{head}", encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert where in [fault.path for fault in caught.value.faults]
