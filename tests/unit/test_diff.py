"""What changes from one policy to another: every leaf that differs, and no other; in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from listing_rewards import Policy, list_policies, load_policy
from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import FixedAmount, UnknownAmount
from listing_rewards.policy.diff import Change, changes_as_data, diff
from listing_rewards.report.amendment import amendment, chinese_number, within_quotes
from listing_rewards.report.amounts import amount_text
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.report.policy import when_text

ROOT = Path(__file__).parents[2]
EVERYTHING = load_policy(ROOT / "tests" / "catalogue" / "everything.toml")
SOURCE, ILLUSTRATIVE = map(load_policy, list_policies())
OWN = load_policy(ROOT / "examples" / "my-stages.toml")
POLICIES = (SOURCE, ILLUSTRATIVE, OWN, EVERYTHING)
LANGS: tuple[Lang, ...] = ("zh", "en")
PAIRS = list(permutations(POLICIES, 2))
IDENTITY = {"id", "series", "document", "based_on"}
ORDERED = {("awards",), ("best_of",)}
Written = dict[str, Any]


def written(policy: Policy = EVERYTHING) -> Written:
    """A policy as data, to be changed."""
    data: Written = json.loads(policy.model_dump_json(exclude_none=True))
    return data


def award(data: Written, award_id: str) -> Written:
    """The award of an id."""
    return next(each for each in data["awards"] if each["id"] == award_id)


def change(edit: Callable[[Written], object]) -> Policy:
    """The policy with every construct, after an edit."""
    data = written()
    edit(data)
    return Policy.model_validate(data)


def leaves(part: Any, where: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of a policy that is content, by the names that lead to it."""
    if isinstance(part, Mapping):
        for key, each in part.items():
            if not (where == () and key in IDENTITY) and (where[:1], key) != (
                ("clauses",), "document",
            ):  # fmt: skip
                yield from leaves(each, (*where, key))
        if where in ORDERED:
            yield where, list(part)
        if not part and len(where) > 1:
            yield where, {}
    elif where in {("awards",), ("notices",)}:
        yield from leaves({each["id"]: each for each in part}, where)
    else:
        yield where, part


def differing(a: Policy, b: Policy) -> set[tuple[str, ...]]:
    """The leaves that one has and the other has not, or with another value."""
    before, after = dict(leaves(written(a))), dict(leaves(written(b)))
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def covers(where: tuple[str, ...], leaf: tuple[str, ...]) -> bool:
    """Whether a leaf lies under a change; the table alone stands for its order."""
    return leaf == where if where in ORDERED else leaf[: len(where)] == where


class TestLaws:
    """The difference is all that differs, and nothing else."""

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    def test_nothing_differs_from_itself(self, policy: Policy) -> None:
        """Nor from what was written and read."""
        assert diff(policy, policy) == ()
        assert diff(policy, Policy.model_validate_json(policy.model_dump_json())) == ()

    @pytest.mark.parametrize(("a", "b"), PAIRS)
    def test_every_leaf_that_differs_is_told(self, a: Policy, b: Policy) -> None:
        """Each lies under a change; under each change lies one; the order is that of the table."""
        wheres = [each.where for each in diff(a, b)]
        assert len(wheres) == len(set(wheres))
        found = differing(a, b)
        for leaf in found - ORDERED:
            assert any(covers(where, leaf) for where in wheres), leaf
        for where in wheres:
            assert any(covers(where, leaf) for leaf in found), where

    @pytest.mark.parametrize(("a", "b"), PAIRS)
    def test_the_way_back(self, a: Policy, b: Policy) -> None:
        """What is added one way is removed the other way, and what changes changes back."""
        back = {"added": "removed", "removed": "added", "changed": "changed"}
        there = {(c.where, c.kind, repr(c.before), repr(c.after)) for c in diff(a, b)}
        again = {(c.where, back[c.kind], repr(c.after), repr(c.before)) for c in diff(b, a)}
        named = {each for each in there if len(each[0]) > 1}
        assert named == {each for each in again if len(each[0]) > 1}

    @pytest.mark.parametrize(("a", "b"), PAIRS)
    def test_as_data(self, a: Policy, b: Policy) -> None:
        """The same changes, each value as the policy's own JSON has it."""
        data = changes_as_data(a, b)
        assert [(each["path"], each["kind"]) for each in data] == [
            (each.path, each.kind) for each in diff(a, b)
        ]
        assert json.loads(json.dumps(data)) == data

    def test_in_the_order_of_the_document(self) -> None:
        """Tables as the model has them; within one, those there were before the new ones."""
        tables = [each.where[0] for each in diff(SOURCE, EVERYTHING)]
        assert tables == sorted(tables, key=list(Policy.model_fields).index)


class TestChanges:
    """Each on the level at which a lawyer would amend it."""

    def test_an_amount(self) -> None:
        """As a whole, with its source; the award's clause is a key of its own."""
        first, second, *_ = diff(SOURCE, OWN)[1:]
        assert first.path == "awards.neeq_listed.amount"
        assert isinstance(first.before, UnknownAmount)
        assert first.after == FixedAmount.model_validate({"fixed": "50万元", "clause": "schedule"})
        assert second == Change(
            ("awards", "neeq_listed", "clause"), "changed", "task-9", "schedule"
        )

    def test_what_a_document_is_called_is_no_change(self) -> None:
        """Its id, series, document, what it extends, and the document of its clauses."""

        def rename(data: Written) -> None:
            data |= {"id": "other", "series": "another", "based_on": {"x": data["document"]}}
            data["document"] = {"title": "另一文件", "issuer": "另一机关"}
            for clause in data["clauses"].values():
                clause["document"] = "other"

        assert diff(EVERYTHING, change(rename)) == ()

    @pytest.mark.parametrize(
        ("edit", "told"),
        [
            (lambda d: d["groups"]["stages"].update(cap="1"), ["groups.stages.cap changed"]),
            (lambda d: d["groups"]["stages"].pop("cap_when"), ["groups.stages.cap_when changed"]),
            (lambda d: d["conditions"]["seasoned"].update(years=2), [
                "conditions.seasoned.years changed"]),
            (lambda d: d["conditions"].update(star={"flag": "first", "clause": "stages"}), [
                "conditions.star changed"]),
            (lambda d: d["in_force"].update(last="2027-01-01"), ["in_force changed"]),
            (lambda d: d["rounding"].update(mode="up"), ["rounding changed"]),
            (lambda d: d.update(needs=[]), ["needs changed"]),
            (lambda d: d.update(notices=[]), ["notices.review removed"]),
            (lambda d: d["events"]["listed"].pop("after"), ["events.listed.after changed"]),
            (lambda d: d["flags"]["honest"].pop("presumed"), ["flags.honest.presumed removed"]),
            (lambda d: d["clauses"]["more"].update(item="第四条"), ["clauses.more.item changed"]),
            (lambda d: award(d, "listed").pop("recipient"), ["awards.listed.recipient removed"]),
            (lambda d: award(d, "yearly").update(group="stages"), ["awards.yearly.group added"]),
        ],
    )  # fmt: skip
    def test_a_part(self, edit: Callable[[Written], object], told: list[str]) -> None:
        """The key that changes, or the part that comes or goes."""
        assert [f"{each.path} {each.kind}" for each in diff(EVERYTHING, change(edit))] == told

    def test_the_order_of_awards_is_content(self) -> None:
        """They fill a common cap in it."""
        other = change(lambda data: data["awards"].insert(0, data["awards"].pop(1)))
        names = tuple(each.id for each in EVERYTHING.awards)
        swapped = (names[1], names[0], *names[2:])
        assert diff(EVERYTHING, other) == (Change(("awards",), "changed", names, swapped),)
        (data,) = changes_as_data(EVERYTHING, other)
        assert (data["path"], data["after"]) == ("awards", list(swapped))

    def test_a_new_award_at_the_end_needs_no_word_on_the_order(self) -> None:
        """Before another one it does."""
        new = {**award(written(), "filed"), "id": "new", "title": "新增"}
        last = change(lambda data: data["awards"].append(new))
        first = change(lambda data: data["awards"].insert(0, new))
        assert [each.path for each in diff(EVERYTHING, last)] == ["awards.new"]
        assert [each.path for each in diff(EVERYTHING, first)] == ["awards.new", "awards"]

    def test_the_order_of_facts_is_not(self) -> None:
        """Nothing rests on it."""
        other = change(lambda data: data.update(events=dict(reversed(data["events"].items()))))
        assert list(other.events) != list(EVERYTHING.events)
        assert diff(EVERYTHING, other) == ()

    def test_a_name_with_a_point(self) -> None:
        """The names that lead to a part stay apart, and its data is found."""

        def add(data: Written) -> None:
            data["clauses"]["a.b"] = {"item": "第五条", "text": "……"}

        (added,) = diff(EVERYTHING, change(add))
        assert (added.where, added.path) == (("clauses", "a.b"), "clauses.a.b")
        (data,) = changes_as_data(EVERYTHING, change(add))
        assert data["after"]["item"] == {"zh": "第五条", "en": "第五条"}
        assert data["before"] is None


def items(a: Policy, b: Policy, lang: Lang) -> list[str]:
    """The items of an amendment, without its head."""
    return amendment(a, b, lang).splitlines()[2:]


class TestAmendment:
    """One numbered item a part, in the words of an amendment."""

    def test_a_schedule(self) -> None:
        """From unknown amounts to those of a bureau's document, with its clause."""
        assert amendment(SOURCE, OWN, "zh").splitlines()[:4] == [
            "由《湛江市推进企业赴北交所上市专项行动计划（2023-2025年）工作任务分解表》"
            "（zhanjiang-bse-2023）到《示例县企业上市分阶段奖励明细（虚构示例）》"
            "（our-county-2024）的修改",
            "",
            "一、增加条款“第三条”：条文：新三板挂牌50万元，进入创新层30万元，北交所受理120万元，"
            "北交所上市600万元；辅导备案不另行奖励。",
            "二、“新三板挂牌奖励”的金额由“不明：原文只列明各阶段合计最高900万元”修改为"
            "“500,000.00元（50万元）”（依据：第三条）。",
        ]
        assert items(SOURCE, OWN, "en")[1] == (
            '2. In "Reward for listing on NEEQ", the amount "unknown: the source gives only the '
            'total of all stages, at most 9,000,000 yuan" becomes "500,000.00 yuan" [article 3].'
        )

    def test_nothing_changes(self) -> None:
        """Said, not left blank."""
        assert items(OWN, OWN, "zh") == ["内容相同。"]
        assert items(OWN, OWN, "en") == ["The content is the same."]

    def test_only_the_source_changes(self) -> None:
        """The same sum, from a clause instead of an assumption."""
        assert items(OWN, ILLUSTRATIVE, "zh")[1] == (
            "二、“新三板挂牌奖励”的金额依据由“第三条”修改为“假定：示例：原文未列明各阶段金额”；"
            "依据条款由“第三条”修改为“工作事项5，任务9”。"
        )
        assert items(OWN, ILLUSTRATIVE, "en")[1] == (
            '2. In "Reward for listing on NEEQ", the source of the amount "article 3" becomes '
            '"assumed: illustration: the source gives no amount for this stage"; '
            'the clause "article 3" becomes "item 5, task 9".'
        )

    @pytest.mark.parametrize(
        ("edit", "chinese", "english"),
        [
            (
                lambda d: d["groups"]["stages"].update(cap="400万元", clause="last"),
                "一、“分阶段奖励”的合并上限由“3,200,000.00元（320万元）”修改为"
                "“4,000,000.00元（400万元）”（依据：附则）。",
                '1. In "Staged rewards", the common cap "3,200,000.00 yuan" becomes '
                '"4,000,000.00 yuan" [final provisions].',
            ),
            (
                lambda d: d["groups"]["stages"].update(clause="last"),
                "一、“分阶段奖励”的依据由“第二条”修改为“附则”。",
                '1. In "Staged rewards", the source "article 2" becomes "final provisions".',
            ),
            (
                lambda d: d["groups"]["stages"].update(cap_when=[{"when": "first", "cap": "1"}]),
                "一、“分阶段奖励”的附条件的合并上限由“‘上市板块’为‘科创板’时3,500,000.00元（350万元）”"
                "修改为“‘首次上市’时1.00元”（依据：第二条）。",
                '1. In "Staged rewards", the cap under a condition "3,500,000.00 yuan where '
                '\'Board\' is \'STAR\'" becomes "1.00 yuan where \'First listing\'" [article 2].',
            ),
            (
                lambda d: d["figures"]["staff"].pop("at_most"),
                "一、指标“新增就业人数”删去最大值“20,000”。",
                '1. In figure "New jobs", deleted: the largest value "20,000".',
            ),
            (
                lambda d: d["in_force"].update(last="2027-12-31"),
                "一、有效期由“2025-01-01 至 2026-12-31，自 2026-07-01 起废止（示府办〔2026〕3号）”"
                "修改为“2025-01-01 至 2027-12-31，自 2026-07-01 起废止（示府办〔2026〕3号）”"
                "（依据：附则）。",
                '1. The period in force "2025-01-01 to 2026-12-31, repealed since 2026-07-01 '
                '(示府办〔2026〕3号)" becomes "2025-01-01 to 2027-12-31, repealed since 2026-07-01 '
                '(示府办〔2026〕3号)" [final provisions].',
            ),
            (
                lambda d: [d["in_force"].pop(key) for key in ("last", "repealed")],
                "一、有效期由“2025-01-01 至 2026-12-31，自 2026-07-01 起废止（示府办〔2026〕3号）”"
                "修改为“2025-01-01 起”（依据：附则）。",
                '1. The period in force "2025-01-01 to 2026-12-31, repealed since 2026-07-01 '
                '(示府办〔2026〕3号)" becomes "from 2025-01-01 on" [final provisions].',
            ),
            (
                lambda d: d["rounding"].update(unit="1", mode="half_up"),
                "一、取整由“取整至100.00元，舍去”修改为“取整至1.00元，四舍五入”（依据：附则）。",
                '1. The rounding "to 100.00 yuan, down" becomes "to 1.00 yuan, half up" '
                "[final provisions].",
            ),
            (
                lambda d: award(d, "listed").update(title={"zh": "上市奖", "en": "Prize"}),
                "一、“上市奖励”的名称由“上市奖励”修改为“上市奖”。",
                '1. In "Reward for listing", the title "Reward for listing" becomes "Prize".',
            ),
            (
                lambda d: (award(d, "yearly").update(group="stages"),
                           award(d, "yearly").update(recipient="高管")),
                "一、“年度融资奖励”增加合并封顶“分阶段奖励”；增加受奖对象“高管”。",
                '1. In "Yearly reward for financing", added: the common cap "Staged rewards"; '
                'added: the recipient "高管".',
            ),
            (
                lambda d: award(d, "yearly").update(
                    of_which=[{"recipient": "高管", "amount": "2万元"},
                              {"recipient": "券商", "share": "10%"}]),
                "一、“年度融资奖励”增加奖励他人的部分“其中奖励高管：20,000.00元（2万元）、"
                "其中奖励券商：所获奖励的 10%”。",
                '1. In "Yearly reward for financing", added: the parts for others '
                '"of which for 高管: 20,000.00 yuan, of which for 券商: 10% of what is paid".',
            ),
            (
                lambda d: award(d, "topped_up").pop("replaces"),
                "一、“补差奖励”删去替代的项目“就业奖励”。",
                '1. In "Top-up", deleted: the awards it replaces "Reward for jobs".',
            ),
            (
                lambda d: d["notices"][0].update(effect="review"),
                "一、合规提示“《公平竞争审查条例》”的效果由“审核前暂缓发放”修改为“发放前审核”。",
                '1. In notice "Fair Competition Review Regulation", the effect "withheld until '
                'reviewed" becomes "to be reviewed before paying".',
            ),
            (
                lambda d: d.update(notices=[]),
                "一、删去合规提示“《公平竞争审查条例》”。",
                '1. Deleted: notice "Fair Competition Review Regulation".',
            ),
            (
                lambda d: d["events"]["moved"].update(repeats=True, after=["listed"]),
                "一、事项“迁出”的可多次发生由“否”修改为“是”；增加在先事项“上市”。",
                '1. In event "Moved out", the permission to repeat "no" becomes "yes"; '
                'added: the event before it "Listed".',
            ),
            (
                lambda d: d["figures"].update(
                    assets={"zh": "总资产", "en": "Assets", "unit": "number"}),
                "一、增加指标“总资产”：单位：个数。",
                '1. Added: figure "Assets": unit: number.',
            ),
            (
                lambda d: d["attributes"]["board"]["values"].update(bse="北交所"),
                "一、属性“上市板块”的可取的值由“main（主板）、科创板（科创板）”修改为"
                "“main（主板）、科创板（科创板）、bse（北交所）”。",
                '1. In attribute "Board", the values "main (Main board), 科创板 (STAR)" becomes '
                '"main (Main board), 科创板 (STAR), bse (北交所)".',
            ),
            (
                lambda d: d["shares"].update(
                    all={"parts": [{"level": "city", "title": "市级", "share": "100%"}],
                         "assumed": {"zh": "未写明", "en": "not stated"}}),
                "一、增加分担方式“all”：各部分：市级100%（假定：未写明）。",
                '1. Added: cost shares "all": parts: 市级 100% [assumed: not stated].',
            ),
            (
                lambda d: d["conditions"].update(first={"absent": "moved", "clause": "last"}),
                "一、条件“first”由“‘首次上市’”修改为“‘迁出’未发生（至付款之日）”（依据：附则）。",
                '1. In condition "first", the rule "\'First listing\'" becomes "\'Moved out\' has '
                'not happened by the day of the payment" [final provisions].',
            ),
            (
                lambda d: d["conditions"]["first"].update(clause="more"),
                "一、条件“first”的依据由“第二条”修改为“第三条”。",
                '1. In condition "first", the source "article 2" becomes "article 3".',
            ),
            (
                lambda d: d["conditions"].update(new={"flag": "first", "clause": "more"}),
                "一、增加条件“new”：“首次上市”（依据：第三条）。",
                '1. Added: condition "new": "First listing" [article 3].',
            ),
            (
                lambda d: d["awards"].append(
                    award(d, "jobs") | {"id": "new", "title": {"zh": "新奖励", "en": "New"},
                                        "amount": {"fixed": "1万元", "clause": "last"},
                                        "needs": ["first"], "replaces": ["jobs", "open"]}),
                "一、增加“新奖励”：触发事项：上市；条件：“首次上市”；金额：10,000.00元（1万元）；"
                "替代的项目：就业奖励、一事一议奖励；是否以上市结果为条件：否；是否针对特定经营者：否"
                "（依据：附则）。",
                '1. Added: "New": event that earns it: Listed; condition: "First listing"; '
                "amount: 10,000.00 yuan; awards it replaces: Reward for jobs, Reward by decision; "
                "conditioned on the result of a public offering: no; selecting particular "
                "operators: no "
                "[final provisions].",
            ),
            (
                lambda d: d["repayments"]["moving"].update(years=10, share="100%"),
                "一、退还“迁出退还”的年限由“5”修改为“10”；比例由“80%”修改为“100%”（依据：附则）。",
                '1. In repayment "Repayment on moving out", the years "5" becomes "10"; '
                'the share "80%" becomes "100%" [final provisions].',
            ),
            (
                lambda d: d["awards"].insert(0, d["awards"].pop(1)),
                "一、奖励项目的顺序修改为：上市奖励、备案奖励、融资奖励、年度融资奖励、分档奖励、"
                "就业奖励、补差奖励、一事一议奖励。",
                "1. The order of the awards becomes: Reward for listing, Reward for filing, Reward "
                "for financing, Yearly reward for financing, Reward by bands, Reward for jobs, "
                "Top-up, Reward by decision.",
            ),
            (
                lambda d: d.update(needs=["first"]),
                "一、各项奖励均须符合的条件由“‘守信’”修改为“‘首次上市’”。",
                '1. The condition of every award "\'Honest\'" becomes "\'First listing\'".',
            ),
            (
                lambda d: d.update(counts_payments_under=[]),
                "一、删去计入已付的其他政策“everything-2023”。",
                '1. Deleted: the policy whose payments count "everything-2023".',
            ),
        ],
    )  # fmt: skip
    def test_an_item(self, edit: Callable[[Written], object], chinese: str, english: str) -> None:
        """What becomes what, with the source of what is new."""
        other = change(edit)
        assert items(EVERYTHING, other, "zh") == [chinese]
        assert items(EVERYTHING, other, "en") == [english]

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize(
        ("edit", "said"),
        [
            (
                lambda d: d["conditions"]["profitable"].update(over="1000万元"),
                lambda words: condition_text(words, words.policy.conditions["profitable"]),
            ),
            (
                lambda d: d["conditions"]["soon"].update(within_days=20),
                lambda words: condition_text(words, words.policy.conditions["soon"]),
            ),
            (
                lambda d: award(d, "yearly")["amount"].update(rate="3%"),
                lambda words: amount_text(words, words.policy.award("yearly").amount),
            ),
            (
                lambda d: award(d, "bands")["amount"]["bands"].pop(),
                lambda words: amount_text(words, words.policy.award("bands").amount),
            ),
        ],
    )  # fmt: skip
    def test_in_the_words_of_the_report(
        self, lang: Lang, edit: Callable[[Written], object], said: Callable[[PolicyPhrasing], str]
    ) -> None:
        """An amount and a condition are said as a policy by itself says them."""
        other = change(edit)
        (item,) = items(EVERYTHING, other, lang)
        before, after = (
            within_quotes(said(PolicyPhrasing(policy, lang))) for policy in (EVERYTHING, other)
        )
        assert before != after
        assert item.index(before) < item.rindex(after)

    def test_instalments(self) -> None:
        """Each part with its share and its time."""
        other = change(lambda d: d["instalments"]["two"].update(parts=[{"share": "100%"}]))
        parts = EVERYTHING.instalments["two"].parts
        for lang in LANGS:
            when = [when_text(PolicyPhrasing(EVERYTHING, lang), part) for part in parts]
            now, later = map(within_quotes, when)
            assert items(EVERYTHING, other, lang) == [
                f'1. In instalments "two", the parts "40% {now}, 60% {later}" becomes '
                f'"100% {now}" [article 3].'
                if lang == "en"
                else f"一、分期方式“two”的各部分由“{now}40%、{later}60%”修改为“{now}100%”"
                "（依据：第三条）。"
            ]

    def test_a_dated_amount_with_several_sources(self) -> None:
        """A value that rests on another clause than the whole says so."""
        other = change(
            lambda d: award(d, "listed")["amount"]["dated"][1]["amount"].update(clause="last")
        )
        (chinese,), (english,) = (items(EVERYTHING, other, lang) for lang in LANGS)
        before, after = english.split(" becomes ")
        assert "2,000,000.00 yuan [article 3]" in before
        assert "2,000,000.00 yuan [final provisions]" in after
        assert "3,000,000.00 yuan;" in after
        assert chinese.count("（依据：第三条）") == 1
        assert chinese.count("（依据：附则）") == 1

    def test_what_words_do_not_tell_apart(self) -> None:
        """Two numbers that read alike are said as a document holds them."""

        def at(rate: str) -> Policy:
            return change(lambda d: award(d, "yearly")["amount"].update(rate=rate))

        (item,) = items(at("33.3333333331%"), at("33.3333333332%"), "zh")
        assert "'rate': '33.3333333331%'" in item
        assert "'rate': '33.3333333332%'" in item

    def test_the_numbers_of_items(self) -> None:
        """As Chinese counts them, below a hundred."""
        assert [chinese_number(n) for n in (9, 10, 19, 20, 99, 100)] == [
            "九", "十", "十九", "二十", "九十九", "100",
        ]  # fmt: skip

    @pytest.mark.parametrize(("a", "b"), PAIRS)
    @pytest.mark.parametrize("lang", LANGS)
    def test_one_item_a_part(self, a: Policy, b: Policy, lang: Lang) -> None:
        """Every part that changes, in order, and each sentence ends once."""
        parts = list(dict.fromkeys(each.where[:2] for each in diff(a, b)))
        found = items(a, b, lang)
        assert len(found) == len(parts)
        for n, item in enumerate(found, start=1):
            assert item.startswith(f"{n}. " if lang == "en" else f"{chinese_number(n)}、")
            assert item[-1] == ("." if lang == "en" else "。")
            assert item[-2] not in ".。"
