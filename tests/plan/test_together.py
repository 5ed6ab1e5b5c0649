"""Several documents together: a table by hand, and laws beside a naive second way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain, combinations, permutations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Bounds, Case, InvalidCase, InvalidPolicy, Policy, assess, load_policy
from listing_rewards.plan import Together, assess_all
from listing_rewards.plan.together import together_text
from listing_rewards.policy.amounts import FixedAmount
from listing_rewards.report.policy import describe

DAY = date(2024, 12, 31)
EVENTS = {
    "neeq_listed": ("新三板挂牌", "NEEQ listing"),
    "bse_listed": ("北交所上市", "BSE listing"),
}
LETTERS = {"P": "province", "C": "city", "K": "county"}
"""示例省, 示例市, 示例县: fictional."""


def document(
    name: str, awards: Mapping[str, int], beside: Mapping[str, Any] | None = None, **more: Any
) -> Policy:
    """A fictional document that grants so many 万元 for each event.

    An award for ``event?`` needs a fact that nobody states.
    """
    return Policy.model_validate({
        "id": name,
        "document": {"title": f"a notice of {name}", "issuer": "an office"},
        "clauses": {"c": {"item": "one", "text": "its words", "document": name}},
        "in_force": {"clause": "c", "first": "2024-01-01"},
        "rounding": {"clause": "c"},
        "events": {key: {"zh": zh, "en": en} for key, (zh, en) in EVENTS.items()},
        "flags": {f"settled_in_{name}": {"zh": f"注册地在{name}", "en": f"settled in {name}"}},
        "conditions": {"settled": {"clause": "c", "flag": f"settled_in_{name}"}},
        "beside": {key: {"clause": "c", **each} for key, each in (beside or {}).items()},
        "awards": [
            {
                "id": f"{name}_{event.rstrip('?')}", "title": f"{name} {event.rstrip('?')}",
                "clause": "c", "earned_by": event.rstrip("?"),
                "needs": ["settled"] if event.endswith("?") else [],
                "amount": {"clause": "c", "fixed": f"{amount}万元"},
            }
            for event, amount in awards.items()
        ],
        **more,
    })  # fmt: skip


def case_of(*paid: tuple[str, str, int], **more: Any) -> Case:
    """An enterprise that was listed on both, with what was paid: (policy, event, 万元)."""
    return Case.model_validate({
        "enterprise": {"name": "示例甲公司"},
        "events": [{"kind": kind, "on": "2024-05-06"} for kind in EVENTS],
        "payments": [
            {"award": f"{who}_{event}", "on": "2024-09-01", "amount": f"{n}万元", "policy": who}
            for who, event, n in paid
        ],
        **more,
    })  # fmt: skip


def asked(policies: list[Policy], *paid: tuple[str, str, int]) -> Together:
    """All of some documents on the same enterprise."""
    return assess_all(case_of(*paid), policies, DAY)


def between(least: int, most: int) -> Bounds:
    """A range of so many 万元."""
    return Bounds(Decimal(least * 10000), Decimal(most * 10000))


def wan(amount: Bounds) -> tuple[Decimal, Decimal | None]:
    """A range in 万元."""
    most = amount.at_most
    return amount.at_least / 10000, None if most is None else most / 10000


# ---- by hand ------------------------------------------------------------------------------------

ADDS, HIGHER, OFF, OTHER = (
    {"how": how} for how in ("adds_up", "higher_only", "set_off", "other_only")
)
BY_HAND: tuple[tuple[str, dict[str, int], dict[str, Any], str, str, set[str]], ...] = (
    # amounts in 万元 for bse_listed; declarations; entitled; each of P, C, K; what is open
    ("all add up", {"P": 300, "C": 200, "K": 100},
     {"P": {"any": ADDS}, "C": {"any": ADDS}}, "600", "300 200 100", set()),
    ("nothing is declared: the higher, or the sum", {"P": 300, "C": 200, "K": 100},
     {}, "300-600", "0-300 0-200 0-100", {"undeclared"}),
    ("only the higher of all", {"P": 300, "C": 200, "K": 100},
     {"C": {"any": HIGHER}, "K": {"P": HIGHER}}, "300", "300 0 0", set()),
    ("the city stands alone, province and county add up", {"P": 300, "C": 350, "K": 100},
     {"C": {"any": HIGHER}, "K": {"P": ADDS}}, "400", "300 0 100", set()),
    ("the same, and the city gives more", {"P": 300, "C": 450, "K": 100},
     {"C": {"any": HIGHER}, "K": {"P": ADDS}}, "450", "0 450 0", set()),
    ("the same, undeclared between province and county", {"P": 300, "C": 350, "K": 100},
     {"C": {"any": HIGHER}}, "350-400", "0-300 0-350 0-100", {"undeclared"}),
    ("each lower one makes up the difference", {"P": 100, "C": 200, "K": 150},
     {"C": {"P": OFF}, "K": {"C": OFF, "P": ADDS}}, "250", "100 100 50", set()),
    ("the province already gives more", {"P": 300, "C": 200},
     {"C": {"P": OFF}}, "300", "300 0", set()),
    ("each sets off against the other", {"P": 300, "C": 200},
     {"C": {"P": OFF}, "P": {"C": OFF}}, "300", "300 0", {"each_sets_off"}),
    ("one says both, the other only the higher", {"P": 300, "C": 200},
     {"C": {"P": HIGHER}, "P": {"C": ADDS}}, "300-500", "0-300 0-200", {"contradict"}),
    ("the same amount", {"P": 200, "C": 200},
     {"C": {"P": HIGHER}}, "200", "0-200 0-200", {"same_amount"}),
    ("two set off against one, and add up", {"P": 100, "C": 200, "K": 150},
     {"C": {"P": OFF, "K": ADDS}, "K": {"P": OFF}}, "200-450", "0-100 0-200 0-150", {"order"}),
    ("a joint cap that the county declares", {"P": 300, "C": 200, "K": 100},
     {"K": {"any": {"cap": "550万元"}}, "C": {"P": ADDS}}, "550", "300 200 50", set()),
    ("the others alone are above it", {"P": 300, "C": 300, "K": 100},
     {"K": {"any": {"cap": "550万元"}}, "C": {"P": ADDS}}, "600", "300 300 0", set()),
    ("a cap that two declare is one", {"P": 300, "C": 200},
     {"P": {"C": {"cap": "400万元"}}, "C": {"P": {"cap": "400万元"}}},
     "400", "200-300 100-200", {"gives_way"}),
    ("those above a cap are not all had at once", {"P": 300, "C": 500, "Q": 300, "K": 100},
     {"C": {"P": OFF}, "K": {"any": {"cap": "560万元"}}},
     "560-800", "0-300 0-500 0-300 0-100", {"undeclared"}),
    ("who has the province's has none of the city's", {"P": 100, "C": 200},
     {"C": {"P": OTHER}}, "100", "100 0", set()),
    ("the city gives way to the province, and the county to both", {"P": 100, "C": 200, "K": 150},
     {"C": {"P": OTHER}, "K": {"any": OTHER}}, "100", "100 0 0", set()),
    ("the county gives way to the city, which gives nothing", {"P": 100, "C": 200, "K": 150},
     {"C": {"P": OTHER}, "K": {"C": OTHER, "P": ADDS}}, "250", "100 0 150", set()),
    ("each gives way to the other", {"P": 300, "C": 200},
     {"C": {"P": OTHER}, "P": {"C": OTHER}}, "200-300", "0-300 0-200", {"each_other_only"}),
    ("one gives way, the other says both", {"P": 100, "C": 200},
     {"C": {"P": OTHER}, "P": {"C": ADDS}}, "100-300", "100 0-200", {"contradict"}),
    ("each gives way to the next, in a circle", {"P": 300, "C": 200, "K": 100},
     {"P": {"C": OTHER}, "C": {"K": OTHER}, "K": {"P": OTHER}},
     "100-600", "0-300 0-200 0-100", {"order"}),
    ("two give way to each other, and two are set off against one",
     {"P": 500, "C": 100, "K": 50, "L": 60, "M": 70},
     {"P": {"C": OTHER, "any": ADDS}, "C": {"P": OTHER, "any": ADDS},
      "L": {"K": OFF, "any": ADDS}, "M": {"K": OFF, "any": ADDS}},
     "70-780", "0-500 0-100 0-50 0-60 0-70", {"each_other_only", "order"}),
    ("a cap over what is not declared", {"P": 300, "C": 200},
     {"C": {"P": {"cap": "400万元"}}, "P": {"C": HIGHER}},
     "300-400", "0-300 0-200", {"contradict"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("amounts", "declared", "entitled", "each", "open_"),
    [row[1:] for row in BY_HAND],
    ids=[row[0] for row in BY_HAND],
)
def test_by_hand(
    amounts: dict[str, int], declared: dict[str, Any], entitled: str, each: str, open_: set[str]
) -> None:
    """A fictional province, city and county, for one event, each number computed on paper."""
    found = asked(
        [document(who, {"bse_listed": n}, declared.get(who)) for who, n in amounts.items()]
    )
    assert wan(found.entitled) == ends(entitled)
    given_by = {under.policy: wan(under.entitled) for under in found.policies}
    assert given_by == {who: ends(n) for who, n in zip(amounts, each.split(), strict=True)}
    assert {decision.what for decision in found.decisions} == open_


def ends(text: str) -> tuple[Decimal, Decimal]:
    """``300-600`` or ``300``."""
    least, _, most = text.partition("-")
    return Decimal(least), Decimal(most or least)


def test_what_is_not_given_twice_is_a_range_where_it_is_open() -> None:
    """Of 750, 350 or 400 are given: 350 are not for certain, and 400 at most."""
    found = asked([
        document("P", {"bse_listed": 300}), document("K", {"bse_listed": 100}),
        document("C", {"bse_listed": 350}, {"any": HIGHER}),
    ])  # fmt: skip
    assert (found.alone, found.not_twice) == (between(750, 750), between(350, 400))


def test_a_payment_under_another_of_the_documents_is_that_ones_alone() -> None:
    """A document that counts the other's payments does not count them as its own besides."""
    one = load_policy("zhanjiang-bse-2023-illustrative")
    changes = {"id": "our-county-2024", "based_on": {}, "counts_payments_under": (one.id,)}
    paid = {"award": "neeq_listed", "on": "2024-09-01", "amount": "50万元", "policy": one.id}
    case = Case.model_validate({
        "enterprise": {"name": "示例甲公司"},
        "events": [{"kind": "neeq_listed", "on": "2024-05-06"}],
        "payments": [paid],
    })  # fmt: skip
    found = assess_all(case, [one, one.model_copy(update=changes)], DAY)
    assert found.entitled == between(50, 50)
    assert found.paid == 500000
    assert found.payable == between(0, 0)


def test_different_events_are_added_up_whatever_is_declared() -> None:
    """就高不重复 is about the same event: 挂牌 of the city and 上市 of the province are two."""
    policies = [
        document("P", {"bse_listed": 300}, {"any": HIGHER}),
        document("C", {"neeq_listed": 50, "bse_listed": 200}),
    ]
    found = asked(policies)
    assert found.entitled == between(350, 350)
    assert [each.events for each in found.shared] == [("bse_listed",)]


def test_what_was_paid_beyond_is_decided_by_a_person() -> None:
    """The county paid 100 that it does not give beside the province: called back, or set off."""
    policies = [
        document("P", {"bse_listed": 300}, {"any": HIGHER}), document("K", {"bse_listed": 100})
    ]  # fmt: skip
    found = asked(policies, ("K", "bse_listed", 100))
    assert found.payable == between(200, 300)
    assert [(each.what, each.policies) for each in found.decisions] == [("paid_beyond", ("K",))]
    assert found.policies[1].payable == between(300, 300)


def test_an_unknown_fact_widens_only_what_hangs_on_it() -> None:
    """The county's 100 are open; beside the city's 60 the higher is anything from 60 to 100."""
    city = document("C", {"bse_listed": 60}, {"any": HIGHER})
    county = document("K", {"bse_listed?": 100})
    assert asked([city, county]).entitled == between(60, 100)
    adding = document("C", {"bse_listed": 60}, {"any": ADDS})
    assert asked([adding, county]).entitled == between(60, 160)


def test_giving_way_to_what_may_be_nothing() -> None:
    """The city's 300, or the county's 100 alone: whether the county gives them is open."""
    city = document("C", {"bse_listed": 300}, {"any": OTHER})
    found = asked([city, document("K", {"bse_listed?": 100})]).entitled
    assert found == between(0, 300)


def test_giving_way_to_what_may_give_way_itself() -> None:
    """Province and county may both be given, 100 and 200; or the county's, and the city's 300."""
    city = document("C", {"bse_listed": 300}, {"P": OTHER, "K": ADDS})
    others = [document("P", {"bse_listed": 100}), document("K", {"bse_listed": 200})]
    found = asked([city, *others])
    assert found.entitled.at_least <= between(300, 300).at_least
    assert found.entitled.at_most == between(500, 500).at_most


def test_counting_payments_of_another_document_is_setting_off_against_it() -> None:
    """A document that counts what another paid gives the difference, once: also after payment."""
    county = document("K", {"bse_listed": 500}, counts_payments_under=["P"])
    province = document("P", {"bse_listed": 300})
    found = asked([county, province])
    assert [each.entitled for each in found.policies] == [between(200, 200), between(300, 300)]
    found = asked([county, province], ("P", "bse_listed", 300))
    assert [each.payable for each in found.policies] == [between(200, 200), between(0, 0)]


def test_what_is_said_of_it_in_both_languages() -> None:
    """Each document, how they stand with the clause, what is open, the totals."""
    policies = [
        document("P", {"bse_listed": 300}),
        document("C", {"bse_listed": 200}, {"P": OFF}),
        document("K", {"bse_listed": 100}),
    ]
    english, chinese = (together_text(asked(policies), lang) for lang in ("en", "zh"))
    for said in (
        "- C (a notice of C): alone 2,000,000.00 yuan",
        "C gives what is above P [one]",
        "! to decide: C, K do not say how they stand to each other for BSE listing",
        "1,000,000.00 yuan hang on it",
        "payable between 3,000,000.00 yuan and 4,000,000.00 yuan",
    ):
        assert said in english
    for said in (
        "C补足P之外的差额〔one〕",
        "待人工确定：C、K对北交所上市的奖励能否同时享受均无规定",
    ):
        assert said in chinese


def test_a_policy_says_how_it_stands_to_others() -> None:
    """In both languages, with the cap and the clause."""
    policy = document("K", {}, {"any": {"cap": "500万元"}, "P": OFF})
    english, chinese = describe(policy, "en"), describe(policy, "zh")
    assert "= beside P: for the same event this document gives only" in english
    assert "together at most 5,000,000.00 yuan [one]" in english
    assert (
        "= 与其他各文件：同一事项的奖励可以累加；各文件合计最高5,000,000.00元（500万元）〔one〕"
        in chinese
    )


# ---- what is refused ----------------------------------------------------------------------------


def test_a_fact_that_none_declares_is_a_fault() -> None:
    """One that one of them declares is read by that one."""
    policies = [document("P", {"bse_listed": 300}), document("C", {"bse_listed": 200})]
    assess_all(case_of(flags={"settled_in_C": True}), policies, DAY)
    with pytest.raises(InvalidCase, match="settled_in_X"):
        assess_all(case_of(flags={"settled_in_X": True}), policies, DAY)


def test_a_payment_says_under_which_document_where_two_have_the_award() -> None:
    """Otherwise it would count twice or not at all."""
    one = load_policy("zhanjiang-bse-2023-illustrative")
    other = one.model_copy(update={"id": "our-county-2024", "based_on": {}})
    paid = {"award": "neeq_listed", "on": "2024-09-01", "amount": "1万元"}
    case = case_of(payments=[paid])
    with pytest.raises(InvalidCase) as refused:
        assess_all(case, [one, other], DAY)
    assert [each.code for each in refused.value.faults] == ["payment_of_which_policy"]
    assert assess_all(case, [one], DAY).paid == 10000


@pytest.mark.parametrize(
    ("policies", "code"),
    [
        ([], "not_so_many_policies"),
        ([document(f"p{n}", {}) for n in range(25)], "not_so_many_policies"),
        ([document("P", {}), document("P", {})], "policy_twice"),
        (
            [load_policy("zhanjiang-bse-2023"), load_policy("zhanjiang-bse-2023-illustrative")],
            "policy_and_its_base",
        ),
    ],
)
def test_policies_that_are_not_several(policies: list[Policy], code: str) -> None:
    """None, too many, one of them twice, one that another extends."""
    with pytest.raises(InvalidPolicy) as refused:
        asked(policies)
    assert refused.value.faults[0].code == code


@pytest.mark.parametrize(
    ("beside", "code"),
    [({"C": {}}, "beside_says_nothing"), ({"P": {"how": "adds_up"}}, "beside_itself")],
)
def test_a_declaration_that_says_nothing(beside: dict[str, Any], code: str) -> None:
    """Nothing about the other, or about itself."""
    with pytest.raises(InvalidPolicy) as refused:
        document("P", {}, beside)
    assert refused.value.faults[0].code == code


# ---- laws ---------------------------------------------------------------------------------------

NAMES = ("A", "B", "C", "D")
BOTH_COUNT = ("adds_up", "higher_only", "set_off")
"""The ways in which a further document never takes anything away."""
WAYS = (*BOTH_COUNT, "other_only")


@st.composite
def several(
    draw: st.DrawFn, *, caps: bool = True, ways: tuple[str, ...] = WAYS, stated: bool = False
) -> list[Policy]:
    """Up to four documents, each with awards for some events and declarations about some others.

    With `stated` no award needs a fact that nobody states.
    """
    names = NAMES[: draw(st.integers(1, 4))]
    found = []
    for name in names:
        open_ = () if stated else (f"{each}?" for each in EVENTS)
        marks = draw(st.sets(st.sampled_from([*EVENTS, *open_])))
        events = {
            each for each in marks if each.rstrip("?") == each or each.rstrip("?") not in marks
        }
        beside = {}
        for other in draw(st.sets(st.sampled_from([*NAMES, "any"]))) - {name}:
            says: dict[str, Any] = {}
            if how := draw(st.sampled_from((*ways, None))):
                says["how"] = how
            if caps and (not how or draw(st.booleans())):
                says["cap"] = f"{draw(st.integers(0, 12))}万元"
            if says:
                beside[other] = says
        awards = {each: draw(st.integers(0, 6)) for each in sorted(events)}
        found.append(document(name, awards, beside))
    return found


@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_the_policies_means_nothing(policies: list[Policy], chance: Any) -> None:
    """Whatever order they are given in."""
    shuffled = [*policies]
    chance.shuffle(shuffled)
    found = asked(policies)
    assert asked(shuffled) == found
    assert Together.model_validate_json(found.model_dump_json()) == found


@given(several())
def test_one_policy_gives_what_assess_gives(policies: list[Policy]) -> None:
    """The same answer, amounts and all; and nothing to decide."""
    for policy in policies:
        found = asked([policy])
        alone = assess(case_of(), policy, as_of=DAY)
        assert found.answers == (alone,)
        assert found.entitled == alone.entitled
        assert found.payable == Bounds(alone.payable, alone.payable_at_most)
        assert found.decided


@given(several(), several(ways=BOTH_COUNT))
def test_the_total_is_between_the_largest_and_the_sum(
    any_: list[Policy], policies: list[Policy]
) -> None:
    """Never above the sum of the single answers; but for joint caps never below the largest.

    The latter where none gives nothing for what another gives.
    """
    most = asked(any_)
    assert (most.entitled.at_most or 0) <= (most.alone.at_most or 0)
    found = asked(policies)
    assert found.entitled.at_most is not None
    assert found.alone.at_most is not None
    assert found.entitled.at_most <= found.alone.at_most
    assert all(each.entitled.at_most <= each.alone.at_most for each in found.policies)  # type: ignore[operator]
    if all(each.cut.nothing for each in found.caps):
        assert found.entitled.at_least >= max(each.alone.at_least for each in found.policies)


@given(several())
def test_a_joint_cap_holds(policies: list[Policy]) -> None:
    """What those who declare it give is no more than the room that the others leave under it."""
    found = asked(policies)
    given_by = {each.policy: each.entitled for each in found.policies}
    for cap in found.caps:
        others = [given_by[name] for name in cap.policies if name not in cap.declared_by]
        free = sum((each.at_least for each in others), Decimal(0))
        bound = sum((given_by[name].at_least for name in cap.declared_by), Decimal(0))
        assert bound + free <= max(cap.cap, free)
        if set(cap.policies) == set(given_by):
            most = max(cap.cap, sum((each.at_most or Decimal(0) for each in others), Decimal(0)))
            assert found.entitled.at_most is not None
            assert found.entitled.at_most <= most


@given(several(caps=False, ways=BOTH_COUNT))
def test_a_further_policy_never_lowers_the_total(policies: list[Policy]) -> None:
    """But for a joint cap, where somebody must be first, which is said, or one that gives way."""
    whole = asked(policies)
    for policy in policies if len(policies) > 1 else []:
        less = asked([each for each in policies if each is not policy])
        if not {"order"} & {each.what for each in (*whole.decisions, *less.decisions)}:
            assert whole.entitled.at_least >= less.entitled.at_least
            assert (whole.entitled.at_most or 0) >= (less.entitled.at_most or 0)


@given(several())
def test_what_is_payable_once_paid_is_payable_no_more(policies: list[Policy]) -> None:
    """Where everything is determined and decided: pay it under each, and ask again."""
    found = asked(policies)
    if not found.decided or not all(each.payable.determined for each in found.policies):
        return
    answers = {each.policy.id: each for each in found.answers}
    paid = []
    for under in found.policies:
        left = under.payable.at_least
        for line in answers[under.policy].lines:
            now = min(left, line.payable.at_least)
            left -= now
            if now:
                event = line.award.partition("_")[2]
                paid.append((under.policy, event, int(now / 10000)))
    again = asked(policies, *paid)
    assert again.payable == Bounds(Decimal(0), Decimal(0))
    assert again.entitled == found.entitled


# ---- a second way -------------------------------------------------------------------------------


def subsets(names: list[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some names."""
    return chain.from_iterable(combinations(names, n) for n in range(len(names) + 1))


Amounts = dict[str, Decimal]


def naive(amounts: Amounts, stands: dict[tuple[str, str], str]) -> list[Amounts] | None:
    """What each document gives for one event, in every choice that gives most in all.

    Every choice to which none can be added, in an order in which whoever is set off against or
    given way to comes first; None where two are set off against one or in a circle. `stands` holds
    pairs in both orders; ``off`` says that the first gives only what is above the second, ``gone``
    that it gives nothing where the second gives anything.
    """
    names = [each for each in amounts if amounts[each]]
    off = {a: [b for b in names if stands.get((a, b)) == "off"] for a in names}
    gone = {a: [b for b in names if stands.get((a, b)) == "gone"] for a in names}
    taken = [b for against in off.values() for b in against]
    order = next(
        (o for o in permutations(names) if _after_those(o, off) and _after_those(o, gone)), None
    )
    if order is None or len(taken) != len(set(taken)):
        return None
    found = []
    for chosen in subsets(names):
        rivals = [n for n in names if any(stands.get((n, c)) == "higher" for c in chosen)]
        if {*rivals} != {*names} - {*chosen}:
            continue
        given_by: Amounts = {}
        for name in (each for each in order if each in chosen):
            less = sum((given_by[b] for b in off[name] if b in given_by), Decimal(0))
            given_by[name] = max(amounts[name] - less, Decimal(0))
            if any(given_by.get(b) for b in gone[name]):
                given_by[name] = Decimal(0)
        found.append(given_by)
    most = max(sum(each.values(), Decimal(0)) for each in found)
    return [each for each in found if sum(each.values(), Decimal(0)) == most]


def _after_those(order: tuple[str, ...], off: dict[str, list[str]]) -> bool:
    return all(order.index(b) < order.index(a) for a in order for b in off[a])


def possible(a: Policy, b: Policy) -> list[dict[tuple[str, str], str]]:
    """Every way in which two documents may stand, by what they declare."""

    def says(x: Policy, y: Policy) -> list[dict[tuple[str, str], str]]:
        entry = x.beside.get(y.id) or x.beside.get("any")
        if entry is None:
            return []
        how = entry.how or "adds_up"
        both = {(x.id, y.id): "higher", (y.id, x.id): "higher"}
        one_sided = {"set_off": "off", "other_only": "gone"}
        if how in one_sided:
            return [{(x.id, y.id): one_sided[how]}]
        return [both if how == "higher_only" else {}]

    both: dict[tuple[str, str], str] = {(a.id, b.id): "higher", (b.id, a.id): "higher"}
    said = [*says(a, b), *says(b, a)]
    if said == [{(a.id, b.id): "off"}, {(b.id, a.id): "off"}]:
        return [both]
    return said or [{}, both]


def turns_out(policies: list[Policy]) -> Iterator[Amounts | None]:
    """What each document gives before joint caps, in every way in which all may turn out.

    Every open fact either way, every pair that is open either way, every choice of equal ones.
    """
    pairs = [*combinations(policies, 2)]
    tangled: list[Amounts | None] = [None]
    open_ = [each.id for each in policies if any(award.needs for award in each.awards)]
    for ways in product(*(possible(a, b) for a, b in pairs)):
        stands = {pair: way for each in ways for pair, way in each.items()}
        for met in subsets(open_):
            chosen = [naive(_amounts(policies, event, met), stands) for event in EVENTS]
            for picked in product(*(each or tangled for each in chosen)):
                if None in picked:
                    yield None
                    continue
                yield {
                    p.id: sum((it.get(p.id, Decimal(0)) for it in picked if it), Decimal(0))
                    for p in policies
                }


def _amounts(policies: list[Policy], event: str, met: tuple[str, ...]) -> Amounts:
    found = {}
    for policy in policies:
        found[policy.id] = Decimal(0)
        for award in policy.awards:
            if award.earned_by == event and (not award.needs or policy.id in met):
                assert isinstance(award.amount, FixedAmount)
                found[policy.id] += award.amount.fixed
    return found


@given(several(caps=False, ways=BOTH_COUNT), several(caps=False, stated=True))
def test_the_range_is_that_of_every_choice_made_by_hand(
    open_: list[Policy], stated: list[Policy]
) -> None:
    """Both ends are reached; with one that gives way for another, where nothing is open."""
    for policies in (open_, stated):
        found = asked(policies)
        ways = [*turns_out(policies)]
        totals = {sum(each.values(), Decimal(0)) for each in ways if each is not None}
        if None not in ways and (found.decided or policies is open_):
            assert (min(totals), max(totals)) == (found.entitled.at_least, found.entitled.at_most)


@given(several())
def test_no_choice_made_by_hand_leaves_the_range(policies: list[Policy]) -> None:
    """With joint caps: the total, and what each document gives, whoever gives way first."""
    found = asked(policies)
    ways = [*turns_out(policies)]
    if None in ways:
        return
    for way, last_first in product(ways, (False, True)):
        gives = {**(way or {})}
        for cap in found.caps:
            free = sum((gives[n] for n in cap.policies if n not in cap.declared_by), Decimal(0))
            bound = sum((gives[n] for n in cap.declared_by), Decimal(0))
            over = max(bound + free - max(cap.cap, free), Decimal(0))
            for name in sorted(cap.declared_by, reverse=last_first):
                taken = min(over, gives[name])
                gives[name] -= taken
                over -= taken
        whole = found.entitled
        assert whole.at_least <= sum(gives.values(), Decimal(0)) <= (whole.at_most or 0)
        for each in found.policies:
            assert each.entitled.at_least <= gives[each.policy] <= (each.entitled.at_most or 0)
