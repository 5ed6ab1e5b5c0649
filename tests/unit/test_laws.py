"""Laws of the library are borne on the awards that they concern, under every document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from listing_rewards import Case, InvalidPolicy, Policy, assess, lint, list_policies, load_policy
from listing_rewards.policy.laws import follows_from_awards, laws

DECREE, FAIR = laws()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "policies").glob("*.toml"))
HEAD = """
id = "laws"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2024-01-01
clause = "c"
[clauses.c]
item = "第一条"
text = "对上市企业给予奖励。"
[events]
filed = { zh = "辅导备案", en = "Filed" }
listed = { zh = "上市", en = "Listed" }
"""
AWARD = """
[[awards]]
id = "{name}"
title = "{name}奖励"
earned_by = "{name}"
amount = "50万元"
clause = "c"
{says}
"""
CHILD = """
id = "child"
extends = "laws.toml"
[document]
title = "修订"
issuer = "某市"
"""
Read = Callable[..., Policy]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the document of two awards that say something, or one that extends it."""

    def read(filed: str = "", listed: str = "", more: str = "", child: str = "") -> Policy:
        awards = AWARD.format(name="filed", says=filed) + AWARD.format(name="listed", says=listed)
        (tmp_path / "laws.toml").write_text(HEAD + awards + more, encoding="utf-8")
        if not child:
            return load_policy(tmp_path / "laws.toml")
        (tmp_path / "child.toml").write_text(CHILD + child, encoding="utf-8")
        return load_policy(tmp_path / "child.toml")

    return read


def borne(policy: Policy) -> dict[str, tuple[str, ...]]:
    """The awards that each law bears on."""
    return {notice.id: notice.awards for notice in policy.notices}


NOT = "result_conditioned = false\nselective = false"


class TestBorne:
    """Which awards a law bears on follows from what they say."""

    def test_nothing_said(self, read: Read) -> None:
        """The law is shown with the award, and the check asks, once for each law."""
        policy = read()
        assert borne(policy) == {law.id: ("filed", "listed") for law in laws()}
        asked = [each.fault for each in lint(policy) if each.fault.code == "law_not_asked"]
        assert [each.path for each in asked] == [
            "awards.filed.result_conditioned",
            "awards.filed.selective",
        ]
        assert "result_conditioned = true" in asked[0].statement()
        assert "filed, listed" in asked[0].statement()

    def test_said(self, read: Read) -> None:
        """Each award by itself, in the document's order; no question is left."""
        policy = read(NOT, "result_conditioned = true\nselective = false")
        assert borne(policy) == {DECREE.id: ("listed",)}
        assert not [each for each in lint(policy) if each.fault.code == "law_not_asked"]

    def test_the_words_are_those_of_the_law(self, read: Read) -> None:
        """Since when, the words and the advice."""
        (notice,) = read(NOT, "selective = false").notices
        assert notice.since == date(2025, 2, 15)
        assert (notice.text, notice.advice, notice.url) == (DECREE.text, DECREE.advice, DECREE.url)

    def test_an_answer_shows_it(self, read: Read) -> None:
        """Listed on the day of the decree and the day before; the amount stands either way."""
        policy = read(NOT, "selective = false")
        shown = []
        for day in ("2025-02-14", "2025-02-15"):
            case = Case.model_validate(
                {"enterprise": {"name": "示例甲"}, "events": [{"kind": "listed", "on": day}]}
            )
            answer = assess(case, policy, as_of=date(2025, 2, 15))
            assert answer.payable == 500000
            shown.append([each.id for each in answer.notices])
        assert shown == [[], [DECREE.id]]

    def test_a_notice_of_ones_own_takes_its_place(self, read: Read) -> None:
        """A document of 0.4.0 that copied the law says itself what it bears on."""
        own = (
            f'[[notices]]\nid = "{DECREE.id}"\nlaw = "第798号令"\nsince = 2025-02-15\n'
            'awards = ["listed"]\neffect = "withhold"\ntext = "……"\n'
        )
        policy = read(more=own)
        assert borne(policy) == {DECREE.id: ("listed",), FAIR.id: ("filed", "listed")}
        assert policy.notice(DECREE.id).effect == "withhold"
        asked = [each.fault for each in lint(policy) if each.fault.code == "law_not_asked"]
        assert [each.path for each in asked] == ["awards.filed.selective"]


class TestExtends:
    """What a document extends keeps what bears on it; what it writes is asked anew."""

    def test_nothing_changes(self, read: Read) -> None:
        """An amount of its own, and nothing about laws."""
        child = '[[awards]]\nid = "listed"\namount = { fixed = "60万元", assumed = "示例" }\n'
        policy = read(NOT, "selective = false", child=child)
        assert borne(policy) == {DECREE.id: ("listed",)}

    def test_an_award_says_otherwise(self, read: Read) -> None:
        """One is taken off, another put on."""
        child = (
            '[[awards]]\nid = "listed"\nresult_conditioned = false\n'
            '[[awards]]\nid = "filed"\nresult_conditioned = true\n'
        )
        policy = read(NOT, "selective = false", child=child)
        assert borne(policy) == {DECREE.id: ("filed",)}

    def test_an_award_is_added(self, read: Read) -> None:
        """One that says nothing has both laws beside it."""
        child = '[events]\nmoved = "迁入"\n[clauses.d]\nitem = "二"\ntext = "……"\n' + AWARD.format(
            name="moved", says=""
        ).replace('clause = "c"', 'clause = "d"')
        policy = read(NOT, NOT, child=child)
        assert borne(policy) == {law.id: ("moved",) for law in laws()}

    def test_what_the_parent_wrote_itself_stays(self, read: Read) -> None:
        """Also for a document that extends it."""
        own = (
            f'[[notices]]\nid = "{DECREE.id}"\nlaw = "第798号令"\nsince = 2025-02-15\n'
            'awards = ["filed"]\ntext = "……"\n'
        )
        child = '[[awards]]\nid = "listed"\nselective = false\n'
        policy = read(NOT, more=own, child=child)
        assert borne(policy) == {DECREE.id: ("filed",)}


class TestDocuments:
    """The documents that ship, and the examples."""

    @pytest.mark.parametrize("document", [*list_policies(), *EXAMPLES], ids=lambda e: Path(e).stem)
    def test_every_award_says(self, document: str | Path) -> None:
        """No document copies a law, and none leaves the question open."""
        policy = load_policy(document)
        assert all(follows_from_awards(notice, policy) for notice in policy.notices)
        for award in policy.awards:
            assert award.result_conditioned is not None, award.id
            assert award.selective is not None, award.id

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("notices = 5", "notices: '5' is not a list"),
            ("notices = [5]", r"notices\[0\]: '5' is not a record"),
            ("awards = 5", "awards: '5' is not a list"),
        ],
    )
    def test_what_is_no_list_of_records(self, line: str, said: str, tmp_path: Path) -> None:
        """It is refused as what it is; no law is put in its place."""
        awards = "" if line.startswith("awards") else AWARD.format(name="filed", says="")
        (tmp_path / "laws.toml").write_text(f"{line}\n{HEAD}{awards}", encoding="utf-8")
        with pytest.raises(InvalidPolicy, match=said):
            load_policy(tmp_path / "laws.toml")
