"""A ledger of one level of government: each award is compared with that level's share of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from profiles import few
from property.generated_policies import policies
from property.strategies import generated_questions, questions
from property.values import FEN, Question

from audit.ledgers import LARGEST, ledgers, line_of
from audit.small import AS_OF, case, line, policy, told
from audit.test_kept import adds_up
from listing_rewards import Case, InvalidCase, Policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, Reconciliation
from listing_rewards.audit.ledger.finding import BEYOND
from listing_rewards.audit.ledger.level import borne, whole_of
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.to_check import to_check
from listing_rewards.engines.exact.splits import in_parts
from listing_rewards.values.range import exactly

ZERO = Decimal("0.00")
MONEY = {*BEYOND, "undecided", "unpaid"}
LEVELS = [
    {"level": "city", "title": {"zh": "市级", "en": "city"}, "share": "60%"},
    {"level": "county", "title": {"zh": "县级", "en": "county"}, "share": "40%"},
    {"level": "province", "title": {"zh": "省级", "en": "province"}, "share": "0%"},
]
SHARES = {"all": {"clause": "c", "parts": LEVELS}}
FACTS: dict[str, Any] = {
    "events": [
        {"kind": "listed", "on": "2024-03-01"},
        {"kind": "raised", "on": "2024-05-01", "amount": "300.00"},
    ]
}
"""80 yuan for being listed, borne 48 and 32, and 30 for raising, borne by nobody in particular."""


def shared(**parts: Any) -> Policy:
    """The small policy, its award for being listed borne by city and county."""
    return policy(listed={"borne_by": "all"}, parts={"shares": SHARES, "notices": [], **parts})


def held_at(
    level: str | None, *lines: LedgerLine, under: Policy | None = None, facts: Case | None = None
) -> Reconciliation:
    """The ledger of a level."""
    return reconcile([facts or case(**FACTS)], lines, under or shared(), as_of=AS_OF, level=level)


def kinds(found: Reconciliation) -> list[tuple[str, str | None, str]]:
    """The findings about money: kind, award, yuan at the most."""
    return [
        (each.kind, each.award, str(each.amount.at_most))
        for each in found.findings
        if each.kind in {*MONEY, "shares_sum", "shares_split", "not_due_yet", "exposed"}
    ]


RAISED = line("raised", "2024-06-01", "30.00")


class TestByHand:
    """80 yuan are 48 of the city and 32 of the county; 30 yuan are whole."""

    @pytest.mark.parametrize(("level", "part"), [("city", "48.00"), ("县级", "32.00")])
    def test_its_share_is_all_of_it(self, level: str, part: str) -> None:
        """What other levels bear is neither unpaid nor in any total."""
        found = held_at(level, line("listed", "2024-04-01", part), RAISED)
        assert kinds(found) == []
        account = found.totals.account
        assert str(account.entitled.at_least) == str(Decimal(part) + 30)
        assert account.unpaid.nothing
        adds_up(found)

    def test_without_the_level_the_rest_is_unpaid(self) -> None:
        """The same lines as a ledger of all levels."""
        found = held_at(None, line("listed", "2024-04-01", "48.00"), RAISED)
        assert kinds(found) == [("unpaid", "listed", "32.00")]

    @pytest.mark.parametrize(
        ("paid", "expected"),
        [
            (["48.01"], ("above_standard", "listed", "0.01")),
            (["80.00"], ("above_standard", "listed", "32.00")),
            (["48.00", "48.00"], ("paid_twice", "listed", "48.00")),
            (["47.99"], ("unpaid", "listed", "0.01")),
            (["20.00", "27.00"], ("unpaid", "listed", "1.00")),
            ([], ("unpaid", "listed", "48.00")),
            (["48.00", "-8.00"], ("unpaid", "listed", "8.00")),
        ],
    )
    def test_more_or_less_than_its_share(
        self, paid: list[str], expected: tuple[str, str, str]
    ) -> None:
        """To the fen."""
        lines = [line("listed", f"2024-0{4 + n}-01", each) for n, each in enumerate(paid)]
        found = held_at("city", *lines, RAISED)
        assert kinds(found) == [expected]
        adds_up(found)

    @pytest.mark.parametrize("level", ["province", "town"])
    def test_a_level_that_bears_nothing(self, level: str) -> None:
        """Whatever it paid is too much, and nothing is unpaid; the town bears other awards."""
        town = {"level": "town", "title": "town", "share": "100%"}
        other = {"clause": "c", "parts": [town]}
        under = shared(shares=SHARES | {"other": other})
        found = held_at(level, line("listed", "2024-04-01", "8.00"), RAISED, under=under)
        assert kinds(found) == [("above_standard", "listed", "8.00")]
        assert kinds(held_at(level, RAISED, under=under)) == []

    def test_a_common_cap(self) -> None:
        """60 and 80 under 100, all of them 60 to 40: 36 and 24 of the city under 60."""
        under = policy(
            filed={"borne_by": "all", "group": "both", "amount": {"clause": "c", "fixed": "60.00"}},
            listed={"borne_by": "all", "group": "both"},
            parts={"shares": SHARES, "notices": []},
        )
        facts = case(events=[{"kind": "filed", "on": "2023-03-01"}, *FACTS["events"][:1]])
        filed = line("filed", "2024-02-01", "36.00")
        paid = held_at(
            "city", filed, line("listed", "2024-04-01", "24.00"), under=under, facts=facts
        )
        assert kinds(paid) == []
        over = held_at(
            "city", filed, line("listed", "2024-04-01", "48.00"), under=under, facts=facts
        )
        assert kinds(over) == [("above_group_cap", "listed", "24.00")]
        short = held_at("city", filed, under=under, facts=facts)
        assert kinds(short) == [("unpaid", "listed", "24.00")]

    def test_instalments(self) -> None:
        """Half of 80 now, half in March 2025: 24 of the city each time."""
        under = policy(
            listed={"borne_by": "all", "paid_in": "halves"},
            parts={"shares": SHARES, "notices": []},
        )
        first, second = line("listed", "2024-04-01", "24.00"), line("listed", "2025-04-01", "24.00")
        assert kinds(held_at("city", first, second, RAISED, under=under)) == []
        early = line("listed", "2024-04-01", "48.00")
        found = held_at("city", early, RAISED, under=under)
        assert kinds(found) == [("before_due", "listed", "24.00")]

    def test_each_instalment_is_rounded_by_itself(self) -> None:
        """Half of 80.02 is 40.01, of which the city bears 20.01: 40.02, or 40.01 paid at once."""
        under = policy(
            listed={
                "borne_by": "halves",
                "paid_in": "halves",
                "amount": {"clause": "c", "fixed": "80.02"},
            },
            parts={"notices": []},
        )
        days = ("2024-04-01", "2025-04-01")
        lines = [line("listed", day, "20.01") for day in days]
        assert kinds(held_at("city", *lines, RAISED, under=under)) == []
        at_once = line("listed", days[1], "40.01")
        for level in ("city", "county"):
            assert kinds(held_at(level, at_once, RAISED, under=under)) == []
        more, less = (line("listed", days[1], amount) for amount in ("40.03", "40.00"))
        assert kinds(held_at("city", more, RAISED, under=under)) == [
            ("above_standard", "listed", "0.01")
        ]
        assert kinds(held_at("city", less, RAISED, under=under)) == [("unpaid", "listed", "0.01")]

    def test_a_missing_fact(self) -> None:
        """What nobody knows stays open, of the level's share alone."""
        under = policy(
            listed={"borne_by": "all", "needs": ["local"]}, parts={"shares": SHARES, "notices": []}
        )
        found = held_at(
            "city",
            line("listed", "2024-04-01", "48.00"),
            RAISED,
            under=under,
            facts=case(**FACTS, flags={}),
        )
        assert kinds(found) == [("undecided", "listed", "48.00")]

    def test_another_level_in_its_lines(self) -> None:
        """A ledger in which the county bore something is no ledger of the city alone."""
        both = {"city": "48.00", "county": "32.00"}
        with pytest.raises(InvalidCase) as refused:
            held_at("city", line("listed", "2024-04-01", "80.00", levels=both, row=7), RAISED)
        (fault,) = refused.value.faults
        assert (fault.code, fault.row) == ("another_level", 7)
        assert "county bore '32.00'" in fault.sentence()
        assert "county承担“32.00”" in fault.sentence("zh")

    @pytest.mark.parametrize(
        ("stated", "expected"), [("48.00", []), ("40.00", [("shares_sum", "listed", "8.00")])]
    )
    def test_its_own_column(self, stated: str, expected: list[tuple[str, str, str]]) -> None:
        """What the level bore must be what was paid."""
        levels = {"city": stated, "county": "0"}
        found = held_at("city", line("listed", "2024-04-01", "48.00", levels=levels), RAISED)
        assert kinds(found) == expected

    @pytest.mark.parametrize("paid", ["48.00", "80.00"])
    def test_what_the_case_states(self, paid: str) -> None:
        """A payment of the case is whole: the ledger's line is the level's part of it, or all."""
        stated = {"award": "listed", "on": "2024-04-01", "amount": "80.00"}
        facts = case(**FACTS, payments=[stated])
        found = held_at("city", line("listed", "2024-04-01", paid), RAISED, facts=facts)
        assert [each.kind for each in found.notes] == ["same_payment"]
        alone = held_at("city", RAISED, facts=facts)
        assert kinds(alone) == []
        assert str(alone.totals.account.besides.entitled) == "48.00"

    def test_called_back(self) -> None:
        """What the level paid could be called back, and what came back is taken off."""
        stay = {
            "title": "stay", "awards": ["listed"], "broken_by": ["filed"], "years": 5,
            "before_payment": "reported", "clause": "c",
        }  # fmt: skip
        under = shared(undertakings={"stay": stay})
        facts = case(events=[*FACTS["events"], {"kind": "filed", "on": "2024-09-01"}])
        paid = line("listed", "2024-04-01", "48.00")
        filed = line("filed", "2024-10-01", "40.00")
        found = held_at("city", paid, filed, RAISED, under=under, facts=facts)
        assert kinds(found) == [("exposed", "listed", "48.00")]
        back = line("listed", "2024-12-01", "-18.00")
        found = held_at("city", paid, filed, RAISED, back, under=under, facts=facts)
        assert kinds(found) == [("exposed", "listed", "30.00")]

    def test_a_level_that_is_none(self) -> None:
        """The levels of the policy are named."""
        with pytest.raises(InvalidCase) as refused:
            held_at("town")
        assert refused.value.faults[0].code == "unknown_level"
        assert refused.value.faults[0].accepted == ("city", "county", "province")

    def test_it_is_said(self) -> None:
        """Whose ledger it is, and which awards are compared in full, in both languages."""
        found = held_at("city", line("listed", "2024-04-01", "48.00"), RAISED)
        english, chinese = ("\n".join(Sentences(found, lang).head()) for lang in ("en", "zh"))
        assert "one level of government: city" in english
        assert "filing, raising: compared in full" in english
        assert "单级台账：市级" in chinese

    def test_what_hangs_on_what_is_to_check(self) -> None:
        """Yuan of the level, too."""
        under = shared(in_force={"clause": "c", "first": "2024-02-25", "last": "2025-12-31"})
        found = held_at("city", line("listed", "2024-04-01", "48.00"), RAISED, under=under)
        assert {str(each.yuan) for each in to_check(found) if each.award == "listed"} == {"48.00"}


@given(st.data(), policies(), st.decimals(FEN, Decimal(10) ** 9, places=2))
def test_a_whole_has_its_part(data: st.DataObject, under: Policy, part: Decimal) -> None:
    """What a level bears of the whole payment for which its part stands is that part."""
    for award in under.awards:
        for name in filter(None, [award.borne_by]):
            parts = under.shares[name].parts
            each = data.draw(st.sampled_from(parts))
            shares = [one.share for one in parts]
            own = in_parts(part, shares, unit=under.rounding.unit)[parts.index(each)]
            whole = whole_of(own, award.id, under, each.level)
            assert borne(exactly(whole), award.id, under, each.level) == exactly(own)


@pytest.mark.parametrize(("part", "whole"), [("1.00", "1.00"), ("150.02", "250.02")])
def test_what_is_less_than_a_unit_is_borne_by_the_first_level(part: str, whole: str) -> None:
    """In hundreds: of 1 yuan the city bears all; of 250.02 it bears 100 and the 50.02 besides."""
    under = shared(rounding={"clause": "c", "unit": "100", "mode": "down"})
    found = whole_of(Decimal(part), "listed", under, "city")
    assert str(found) == whole
    assert borne(exactly(found), "listed", under, "city") == exactly(Decimal(part))


def _of(question: Question, level: str | None, lines: list[LedgerLine]) -> Reconciliation:
    return reconcile([question.case], lines, question.policy, as_of=question.as_of, level=level)


def levels_of(under: Policy) -> list[str]:
    """The levels that bear something."""
    return sorted({part.level for shares in under.shares.values() for part in shares.parts})


@settings(max_examples=few(150))
@given(questions())
def test_each_level_paying_its_share_is_no_finding(question: Question) -> None:
    """Of what is payable and determined, every level pays its part in a ledger of its own."""
    bare = question.stating(payments=[])
    answer = bare.answer()
    for level in levels_of(bare.policy):
        lines = []
        for each in answer.lines:
            owed = borne(each.payable, each.award, bare.policy, level).at_least
            while owed:
                lines.append(line_of(each.award, bare.as_of, min(owed, LARGEST)))
                owed -= min(owed, LARGEST)
        found = _of(bare, level, lines)
        if all(each.entitled.determined and each.payable.determined for each in answer.lines):
            assert not [each for each in found.findings if each.kind in MONEY]
        assert not found.totals.beyond
        adds_up(found)


def all_of_one(under: Policy) -> Policy:
    """The policy with one level that bears all of every award."""
    whole = {"level": "city", "title": {"zh": "市级", "en": "city"}, "share": "100%"}
    awards = [
        each.model_dump(mode="json", exclude_unset=True) | {"borne_by": "one"}
        for each in under.awards
    ]
    written: Mapping[str, Any] = under.model_dump(mode="json", exclude_unset=True)
    shares = {"one": {"assumed": {"zh": "示例", "en": "example"}, "parts": [whole]}}
    return Policy.model_validate({**written, "awards": awards, "shares": shares})


@settings(max_examples=few(150))
@given(questions(), st.data())
def test_a_level_that_bears_all(question: Question, data: st.DataObject) -> None:
    """Its ledger is the ledger: the same findings, places and accounts, whatever was paid."""
    lines = [each.model_copy(update={"levels": {}}) for each in data.draw(ledgers(question.policy))]
    under = all_of_one(question.policy)
    whole, one = (
        reconcile([question.case], lines, under, as_of=question.as_of, level=level)
        for level in (None, "city")
    )
    assert one.findings == whole.findings
    assert [each.parts for each in one.entries] == [each.parts for each in whole.entries]
    assert one.totals == whole.totals
    assert [each.accounts for each in one.enterprises] == [
        each.accounts for each in whole.enterprises
    ]


@settings(max_examples=few(100))
@given(generated_questions(fully=True), st.data())
def test_every_yuan_has_one_place(question: Question, data: st.DataObject) -> None:
    """Of a ledger of any level, whatever it paid."""
    lines = [each.model_copy(update={"levels": {}}) for each in data.draw(ledgers(question.policy))]
    assume(levels_of(question.policy))
    found = _of(question, data.draw(st.sampled_from(levels_of(question.policy))), lines)
    adds_up(found)
    assert found.totals.beyond == sum(
        (each.amount.at_least for each in found.findings if each.beyond), ZERO
    )


@settings(max_examples=few(100))
@given(questions())
def test_the_levels_add_up(question: Question) -> None:
    """What is entitled of awards that levels share is what all levels bear of it together."""
    bare = question.stating(payments=[])
    answer = bare.answer()
    assume(all(each.entitled.determined for each in answer.lines))
    sums: dict[str, Decimal] = {}
    for level in levels_of(bare.policy):
        for account in _of(bare, level, []).enterprises[0].accounts:
            if bare.policy.award(account.awards[0]).borne_by:
                sums[account.awards[0]] = (
                    sums.get(account.awards[0], ZERO) + account.entitled.at_least
                )
    for award, entitled in sums.items():
        assert entitled == answer.line(award).entitled.at_least


def test_told_is_as_before() -> None:
    """A ledger without a level says nothing of one."""
    found = held_at(None, line("listed", "2024-04-01", "80.00"), RAISED)
    assert found.level is None
    assert told(found) == []
    assert not [*Sentences(found, "en").level()]


@pytest.mark.parametrize("asked", ["city", "市级"])
def test_the_command(
    asked: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`--level` by id or title; what the county bears is no finding, and the exit status 0."""
    folder = Path(__file__).parents[2] / "examples" / "ledger"
    cases, ledger = tmp_path / "cases.csv", tmp_path / "city.csv"
    cases.write_text(
        "企业名称,在本市注册,区域性股权市场融资日期,区域性股权市场融资金额（元）\n"
        "示例甲公司,是,2023-09-01,3000000\n", encoding="utf-8",
    )  # fmt: skip
    ledger.write_text(
        "企业名称,奖励项目,日期,金额（元）\n示例甲公司,区域股权融资奖励,2023-11-05,30000\n",
        encoding="utf-8",
    )
    given = [str(cases), str(ledger), "-p", str(folder / "policy.toml"), "--as-of", "2025-12-31"]
    assert run_command(monkeypatch, "reconcile", *given, "--level", asked) == 0
    assert "city" in capsys.readouterr().out
    assert run_command(monkeypatch, "reconcile", *given) == 1
    assert run_command(monkeypatch, "reconcile", *given, "--level", "town") == 2
    assert "accepted: city, county" in capsys.readouterr().err
