"""What the report says: each check, step, condition, amount, reason and remark, word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from listing_rewards import Assessment, Case, Policy, assess
from listing_rewards.assessment import Need, Operation, Remark
from listing_rewards.errors import Lang
from listing_rewards.policy import model as policy_model
from listing_rewards.policy.amounts import DatedAmount, PlainAmount
from listing_rewards.policy.conditions import Condition
from listing_rewards.report import in_words, phrasing
from listing_rewards.report import text as whole_text
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.page import page
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing, shortened
from listing_rewards.report.policy import amount_text, condition_text, describe
from listing_rewards.report.sentences import part_text
from listing_rewards.report.steps import step_sentence
from listing_rewards.words import amounts, checks, in_both, policy, say, steps, values
from listing_rewards.words import answer as words_of_an_answer
from listing_rewards.words import facts as words_of_facts
from listing_rewards.words import page as words_of_a_page
from unit.test_words import every_phrase

LANGS: tuple[Lang, ...] = ("en", "zh")
END = date(2026, 12, 31)
LISTED = ("listed 2025-03-03",)
TABLES = ("conditions", "groups", "best_of", "instalments", "shares", "undertakings", "repayments")

BASE: dict[str, Any] = {
    "id": "small",
    "document": {"title": {"zh": "小办法", "en": "Small measures"}, "issuer": "某市"},
    "in_force": {"first": "2025-01-01", "last": "2026-12-31"},
    "rounding": {},
    "clauses": {
        "c": {
            "item": {"zh": "第一条", "en": "article 1"},
            "text": "给予奖励。",
            "document": "small",
        }
    },
    "events": {
        "listed": {"zh": "上市", "en": "Listed", "silence": "did_not_happen"},
        "filed": {"zh": "备案", "en": "Filed", "silence": "unknown_if_needed"},
        "accepted": {"zh": "受理", "en": "Accepted", "silence": "unknown"},
        "raised": {
            "zh": "融资",
            "en": "Raised",
            "amount": True,
            "repeats": True,
            "silence": "did_not_happen",
        },
        "spent": {"zh": "本地投资", "en": "Spent here", "amount": True, "silence": "unknown"},
        "neeq": {"zh": "挂牌", "en": "On NEEQ", "ended_by": "left", "silence": "did_not_happen"},
        "left": {"zh": "摘牌", "en": "Left NEEQ", "repeats": True, "silence": "did_not_happen"},
        "moved": {"zh": "迁出", "en": "Moved out", "silence": "did_not_happen"},
    },
    "figures": {
        "profit": {"zh": "净利润", "en": "Profit"},
        "share": {"zh": "本地比例", "en": "Local share", "unit": "percent"},
        "staff": {"zh": "职工人数", "en": "Staff", "unit": "number"},
    },
    "flags": {
        "eligible": {"zh": "符合条件", "en": "Eligible"},
        "honest": {"zh": "守信", "en": "Honest", "presumed": "推定"},
    },
    "attributes": {
        "board": {
            "zh": "板块",
            "en": "Board",
            "values": {
                "main": {"zh": "主板", "en": "Main"},
                "star": {"zh": "科创板", "en": "STAR"},
                "gem": {"zh": "创业板", "en": "ChiNext"},
            },
        }
    },
    "conditions": {
        "eligible": {"flag": "eligible"},
        "star": {"attribute": "board", "one_of": ["star", "gem"]},
        "profitable": {"figure": "profit", "at_least": "800万元"},
    },
    "awards": {
        "filed": {"title": {"zh": "备案奖", "en": "Filing"}, "amount": {"fixed": "50万元"}},
        "listed": {"title": {"zh": "上市奖", "en": "Listing"}, "amount": {"fixed": "200万元"}},
    },
}
"""A small policy; every part without a source rests on the clause ``c``."""


def policy_of(changes: Mapping[str, Any]) -> Policy:
    """The small policy with what stands at some paths replaced or added."""
    written = deepcopy(BASE)
    for path, value in changes.items():
        *above, last = path.split(".")
        part = written
        for key in above:
            part = part.setdefault(key, {})
        part[last] = deepcopy(value)
    parts = [written["in_force"], written["rounding"]]
    parts += [part for table in TABLES for part in written.get(table, {}).values()]
    for name, award in written["awards"].items():
        award |= {"id": name, "clause": "c", "earned_by": award.get("earned_by", name)}
        dated = award["amount"].get("dated", ())
        parts += [award["amount"], *(each["amount"] for each in dated if "amount" in each)]
    for part in parts:
        if "assumed" not in part:
            part["clause"] = "c"
    return Policy.model_validate(written | {"awards": list(written["awards"].values())})


def facts(*events: str, **more: Any) -> dict[str, Any]:
    """What a case states: events as ``kind day [amount [evidence]]``, payments as in a table."""
    keys = ("kind", "on", "amount", "evidence")
    payments = [
        dict(zip(("award", "on", "amount", "policy"), each.split(), strict=False))
        for each in more.pop("payments", ())
    ]
    stated = [dict(zip(keys, each.split(), strict=False)) for each in events]
    return {"enterprise": {"name": "示例"}, "events": stated, "payments": payments} | more


def ask(
    changes: Mapping[str, Any], stated: Mapping[str, Any] | None = None, as_of: date = END
) -> Assessment:
    """An answer under the small policy with some changes; by default only the listing is stated."""
    case = Case.model_validate(facts(*LISTED) if stated is None else stated)
    return assess(case, policy_of(changes), as_of=as_of)


def lines(text: str) -> list[str]:
    """The lines of a text without their indentation."""
    return [line.strip() for line in text.splitlines()]


class Told(NamedTuple):
    """What is asked, and under which name its sentence stands in the table."""

    what: str
    changes: Mapping[str, Any] = {}
    stated: Mapping[str, Any] | None = None
    as_of: date = END

    def answer(self) -> Assessment:
        """The answer."""
        return ask(self.changes, self.stated, self.as_of)

    def __str__(self) -> str:
        return self.what


def sentences() -> dict[str, tuple[str, str]]:
    """The table: under a name, each sentence in English and in Chinese."""
    text = (Path(__file__).parent / "report_sentences.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, str]] = {}
    for block in re.split(r"\n\n", text.strip()):
        name, en, zh = block.split("\n")
        assert name not in found, name
        found[name] = (en, zh)
    return found


SENTENCES = sentences()


def amount(**written: Any) -> dict[str, Any]:
    """What the listing gives."""
    return {"awards.listed.amount": written}


def needs(**condition: Any) -> dict[str, Any]:
    """What the listing needs."""
    return {"conditions.it": condition, "awards.listed.needs": ["it"]}


BEFORE = facts(*LISTED, "raised 2024-02-01 3000万元")
PAID = ["listed 2025-04-01 100万元"]
BUDGETED: dict[str, Any] = {
    "budgets.money": {
        "title": {"zh": "资金", "en": "money"},
        "awards": ["listed"],
        "years": [{"year": 2025, "amount": "150万元"}],
        "counted_on": "event",
        "used_up": "nothing",
        "clause": "c",
    }
}
OWN_DAY = needs(seasoning="neeq", years=1, tested_on="application", restarted_by="left")
LEFT_UNKNOWN = {"events.left.silence": "unknown"}
HELD = needs(seasoning="neeq", years=1, months=6, restarted_by="left")
SEASONED = facts(*LISTED, "neeq 2023-01-01")
TESTED = needs(seasoning="neeq", years=1, tested_on=["filed", "listed"], restarted_by="left") | {
    "events.filed.silence": "did_not_happen"
}
LOWER = {
    "figures.core": {"zh": "扣非净利润", "en": "Core profit"},
    "figures.lower": {
        "zh": "净利润孰低",
        "en": "Lower profit",
        "made": {"way": "lower_of", "of": ["profit", "core"]},
    },
}
WITHIN = needs(happened="moved", after="listed", within_months=6)

CHECKS = (
    Told("reached"),
    Told("within days without end", {"in_force": {"first": "2025-01-01"}}),
    Told("reached_unknown", {"awards.listed.earned_by": "accepted"}, facts()),
    Told("outside the days", {}, facts("listed 2024-12-31")),
    Told("within unknown days", {"awards.listed.earned_by": "accepted"}, facts()),
    Told("flag yes", needs(flag="eligible"), facts(*LISTED, flags={"eligible": True})),
    Told("flag no", needs(flag="eligible"), facts(*LISTED, flags={"eligible": False})),
    Told("flag unknown", needs(flag="eligible")),
    Told("flag presumed", needs(flag="honest")),
    Told(
        "figure met",
        needs(figure="profit", at_least="800万元"),
        facts(*LISTED, figures={"profit": "800万元"}),
    ),
    Told(
        "figure not met",
        needs(figure="profit", over="0"),
        facts(*LISTED, figures={"profit": "-1200万元"}),
    ),
    Told("figure unknown", needs(figure="profit", at_most="5000")),
    Told(
        "figure known in part",
        LOWER | needs(figure="lower", at_least="800万元"),
        facts(*LISTED, figures={"core": "1"}),
    ),
    Told(
        "figure percent",
        needs(figure="share", at_least="8%", below="12.5%"),
        facts(*LISTED, figures={"share": "8%"}),
    ),
    Told(
        "figure number",
        needs(figure="staff", over="10000", at_most="20000"),
        facts(*LISTED, figures={"staff": "12005"}),
    ),
    Told(
        "figure exactly",
        needs(figure="staff", at_least="1", at_most="1"),
        facts(*LISTED, figures={"staff": "2.5"}),
    ),
    Told(
        "amounts",
        needs(figure="raised", at_least="3000万元"),
        facts(*LISTED, "raised 2025-02-01 2000万元", "raised 2025-05-01 1000万元"),
    ),
    Told(
        "amounts in part",
        needs(figure="raised", at_least="3000万元"),
        facts(*LISTED, "raised 2025-02-01 2000万元", "raised 2025-05-01"),
    ),
    Told(
        "amounts unknown",
        needs(figure="raised", at_least="3000万元"),
        facts(*LISTED, "raised 2025-05-01"),
    ),
    Told(
        "amounts, all of them",
        needs(figure="raised", at_least="3000万元", counted="all"),
        facts(*LISTED, "raised 2024-02-01 3000万元"),
    ),
    Told(
        "attribute met",
        needs(attribute="board", one_of=["star", "gem"]),
        facts(*LISTED, attributes={"board": "gem"}),
    ),
    Told(
        "attribute not met",
        needs(attribute="board", one_of=["star"]),
        facts(*LISTED, attributes={"board": "main"}),
    ),
    Told("attribute unknown", needs(attribute="board", one_of=["star"])),
    Told("happened", needs(happened="listed")),
    Told("happened between", needs(happened="listed", first="2025-01-01", last="2025-06-30")),
    Told("happened from", needs(happened="listed", first="2025-04-01")),
    Told("happened until", needs(happened="listed", last="2025-03-03")),
    Told("happened within", WITHIN, facts(*LISTED, "moved 2025-09-03")),
    Told(
        "happened within, days",
        needs(happened="moved", last="2026-01-01", after="listed", within_years=1, within_days=10),
        facts(*LISTED, "moved 2026-03-14"),
    ),
    Told(
        "happened after",
        needs(happened="listed", after="filed"),
        facts(*LISTED, "filed 2025-03-03"),
    ),
    Told(
        "happened within calendar years",
        needs(happened="moved", after="listed", within_years=1, runs_from="next_year"),
        facts(*LISTED, "moved 2026-03-14"),
    ),
    Told(
        "happened since a year",
        needs(happened="moved", after="listed", runs_from="year"),
        facts(*LISTED, "moved 2026-03-14"),
    ),
    Told("happened after the unknown", needs(happened="listed", after="filed", within_days=1)),
    Told("happened after nothing", needs(happened="listed", after="moved")),
    Told("happened absent", WITHIN, facts(*LISTED, absent=["moved"])),
    Told("happened later", WITHIN, facts(*LISTED, "moved 2026-01-01"), date(2025, 12, 31)),
    Told("absent met", needs(absent="moved")),
    Told("absent not met", needs(absent="moved"), facts(*LISTED, "moved 2025-09-01")),
    Told("absent unknown", needs(absent="filed")),
    Told(
        "absent by the application",
        needs(absent="moved", tested_on="application"),
        facts(*LISTED, "moved 2025-09-01", applied={"listed": "2025-04-01"}),
    ),
    Told(
        "absent after the event",
        needs(absent="moved", tested_on="event", after_event=True),
        facts(*LISTED, "moved 2025-03-01"),
    ),
    Told(
        "happened by the payment",
        needs(happened="moved", tested_on="payment"),
        facts(*LISTED, "moved 2025-09-01", payments=PAID),
    ),
    Told(
        "applied for in time",
        needs(applied={"within_months": 6}),
        facts(*LISTED, applied={"listed": "2025-04-01"}),
    ),
    Told("applied for, not stated", needs(applied={"within_months": 6})),
    Told("applied for at all", needs(applied={})),
    Told("applied for from a day", needs(applied={"first": "2025-04-01"})),
    Told("applied for until a day", needs(applied={"last": "2025-04-30"})),
    Told("applied for on no day", needs(applied={"within_months": 6, "last": "2025-01-31"})),
    Told("tested on the application", OWN_DAY, SEASONED),
    Told(
        "test day of an award unknown",
        needs(seasoning="neeq", years=1, tested_on="event")
        | {"awards.listed.earned_by": "accepted"},
        facts("neeq 2023-01-01"),
    ),
    Told("break unknown, tested on the application", OWN_DAY | LEFT_UNKNOWN, SEASONED),
    Told("held", HELD, facts(*LISTED, "neeq 2024-02-29"), date(2025, 9, 1)),
    Told("held on the day", HELD, facts(*LISTED, "neeq 2024-02-29"), date(2025, 8, 29)),
    Told("not yet held", HELD, facts(*LISTED, "neeq 2025-03-03"), date(2025, 9, 1)),
    Told(
        "not yet held, civil code",
        needs(seasoning="neeq", months=6, counting="civil_code"),
        facts(*LISTED, "neeq 2025-03-01"),
        date(2025, 9, 1),
    ),
    Told("broken", HELD, facts(*LISTED, "neeq 2024-02-29", "left 2025-01-02")),
    Told("not started", HELD),
    Told("start unknown", needs(seasoning="accepted", years=2)),
    Told("not started by the day tested", TESTED),
    Told("start unknown, tested", TESTED | {"events.neeq.silence": "unknown"}),
    Told("nothing to test on", needs(seasoning="neeq", years=1, tested_on=["moved"]), SEASONED),
    Told("test day unknown", needs(seasoning="neeq", years=1, tested_on=["accepted"]), SEASONED),
    Told("break unknown", TESTED | {"events.left.silence": "unknown"}, SEASONED),
    Told(
        "one month",
        needs(seasoning="neeq", months=1, tested_on=["listed"]),
        facts(*LISTED, "neeq 2025-02-04"),
    ),
)


def check_sentences(answer: Assessment, lang: Lang) -> list[str]:
    """Every check of every line, in words, with its truth and its source."""
    words = Phrasing(answer, lang)
    return [
        f"[{words.say('answer.truth', check.truth)}] "
        f"{check_sentence(words, check)}{words.source(check.ground)}"
        for check in answer.checks
    ]


@pytest.mark.parametrize("told", CHECKS, ids=str)
def test_checks(told: Told) -> None:
    """Each check of an award, with the facts and days it was decided on."""
    for lang, sentence in zip(LANGS, SENTENCES[told.what], strict=True):
        assert sentence in check_sentences(told.answer(), lang)


RATE = amount(rate="2%", of="profit")
BANDS = amount(
    of="raised",
    bands=[
        {"below": "8亿元", "fixed": "300万元"},
        {"at_least": "8亿元", "below": "15亿元", "rate": "1%", "cap": "400万元"},
        {"over": "20亿元", "unknown": {"zh": "另定", "en": "to be set"}},
    ],
)
DATED = amount(
    dated=[
        {"since": "2025-02-01", "amount": {"fixed": "100万元"}},
        {"since": "2026-01-01", "repealed": True},
    ]
)
SCALED = {"by": "spent", "of": "raised", "full_at": "70%", "short": "share"}
PERCENT = {"by": "share", "full_at": "70%", "short": "share_of_threshold"}
SHARE = {"rate": "2%", "of": "profit"}
INSTEAD = {"when": "star"}
STAR = {"factor": "120%", "when": "star"}
BEST = {"best_of.one.awards": ["filed", "listed"]}
GROUP = {
    "groups.all": {"title": {"zh": "两项奖励", "en": "Both awards"}, "cap": "220万元"},
    "awards.filed.group": "all",
    "awards.listed.group": "all",
}
PARTS = {
    "awards.listed.paid_in": "two",
    "instalments.two.parts": [{"share": "40%"}, {"share": "60%", "years": 1, "event": "accepted"}],
}
BOTH = facts("filed 2025-02-03", *LISTED)
HOLDS = {
    "id": "n",
    "law": {"zh": "《条例》", "en": "the Regulation"},
    "since": "2025-01-01",
    "awards": ["listed"],
    "text": "不得。",
    "effect": "withhold",
}

MOVING = {
    "repayments.moving": {
        "title": {"zh": "迁出退还", "en": "Moving out"},
        "event": "moved",
        "years": 5,
        "share": "80%",
        "awards": ["listed"],
    }
}
STAYING: dict[str, dict[str, Any]] = {
    "undertakings.staying": {
        "title": {"zh": "五年不迁出", "en": "Staying"},
        "awards": ["listed"],
        "broken_by": ["moved"],
        "runs_from": "payment",
        "years": 5,
        "before_payment": "not_payable",
    }
}
FROM_THE_YEAR = {
    "undertakings.staying": STAYING["undertakings.staying"]
    | {"runs_from": "year", "before_payment": "reported"}
}
LISTING_ON: dict[str, Any] = {
    "undertakings.on": {
        "title": {"zh": "五年内通过", "en": "Going on"},
        "awards": ["listed"],
        "kept_by": "accepted",
        "runs_from": "next_year",
        "after": "listed",
        "years": 5,
        "before_payment": "not_payable",
    },
    "events.accepted.silence": "did_not_happen",
}
OPEN_MOVING = {"repayments.moving": MOVING["repayments.moving"] | {"years": 0, "after": "accepted"}}


STEPS = (
    Told(
        "amount of a day",
        amount(rate="2%", of="raised"),
        facts(*LISTED, "raised 2025-02-01 2000万元"),
    ),
    Told(
        "amount of a day, not stated",
        amount(rate="2%", of="raised"),
        facts(*LISTED, "raised 2025-02-01"),
    ),
    Told("amount, no day", amount(rate="2%", of="spent")),
    Told("figure", RATE, facts(*LISTED, figures={"profit": "1200万元"})),
    Told(
        "figure in percent",
        amount(rate="2%", of="share"),
        facts(*LISTED, figures={"share": "33.333333333%"}),
    ),
    Told("figure missing", RATE),
    Told("figure below", RATE, facts(*LISTED, figures={"profit": "-5"})),
    Told(
        "sum",
        amount(rate="2%", of="raised"),
        facts(*LISTED, "raised 2025-02-01 1", "raised 2025-02-02 2"),
    ),
    Told("sum of none", amount(rate="2%", of="raised")),
    Told("sum of none that count", amount(rate="2%", of="raised", counted={"after": "moved"})),
    Told("each time that counts", amount(fixed="1万元", per="raised", counted="all"), BEFORE),
    Told("times that count", amount(fixed="1万元", per="raised", counted="all"), BEFORE),
    Told(
        "minus",
        amount(rate="2%", of="raised", minus=["profit"]),
        facts(*LISTED, "raised 2025-02-01 2000万元", figures={"profit": "100万元"}),
    ),
    Told(
        "minus, not stated",
        amount(rate="2%", of="raised", minus=["profit"]),
        facts(*LISTED, "raised 2025-02-01 2000万元"),
    ),
    Told(
        "above",
        amount(rate="2%", of="raised", above="500万元"),
        facts(*LISTED, "raised 2025-02-01 2000万元"),
    ),
    Told(
        "above a share",
        amount(rate="2%", of="raised", above={"rate": "105%", "of": "profit"}),
        facts(*LISTED, "raised 2025-02-01 2000万元", figures={"profit": "100万元"}),
    ),
    Told("count", amount(fixed="2000", per="staff"), facts(*LISTED, figures={"staff": "12.5"})),
    Told(
        "count full",
        amount(fixed="1万元", per="raised", every="1000万元"),
        facts(*LISTED, "raised 2025-02-01 2500万元"),
    ),
    Told(
        "count events",
        amount(fixed="1万元", per="raised"),
        facts(*LISTED, "raised 2025-02-01", "raised 2025-02-02"),
    ),
    Told("count unknown", amount(fixed="1万元", per="spent")),
    Told("each", amount(fixed="2000", per="staff"), facts(*LISTED, figures={"staff": "12.5"})),
    Told(
        "each full",
        amount(fixed="1万元", per="raised", every="1000万元"),
        facts(*LISTED, "raised 2025-02-01 2500万元"),
    ),
    Told(
        "each time",
        amount(fixed="1万元", per="raised"),
        facts(*LISTED, "raised 2025-02-01", "raised 2025-02-02"),
    ),
    Told("rate", RATE, facts(*LISTED, figures={"profit": "0.25"})),
    Told(
        "cap",
        amount(rate="2%", of="profit", cap="10万元"),
        facts(*LISTED, figures={"profit": "1亿元"}),
    ),
    Told(
        "cap not given",
        amount(rate="2%", of="profit", cap="unknown"),
        facts(*LISTED, figures={"profit": "1亿元"}),
    ),
    Told(
        "floor",
        amount(rate="2%", of="profit", floor="10万元"),
        facts(*LISTED, figures={"profit": "1"}),
    ),
    Told("band", BANDS, facts(*LISTED, "raised 2025-02-01 8亿元")),
    Told("bands", BANDS, facts(*LISTED, "raised 2025-02-01")),
    Told("bands none", BANDS, facts(*LISTED, "raised 2025-02-01 18亿元")),
    Told(
        "bands several",
        amount(of="staff", bands=[{"at_most": "10", "fixed": "1"}, {"fixed": "3"}]),
        facts(*LISTED, figures={"staff": "10"}),
    ),
    Told(
        "bands uncounted",
        amount(of="spent", applied_per="event", bands=[{"fixed": "1"}]),
    ),
    Told("fixed"),
    Told("topup", amount(topup="300万元", less=["filed"]), BOTH),
    Told("unknown", amount(unknown={"zh": "一事一议", "en": "case by case"})),
    Told("unknown in a band", BANDS, facts(*LISTED, "raised 2025-02-01 21亿元")),
    Told("dated", DATED),
    Told("dated, day unknown", DATED | {"awards.listed.earned_by": "accepted"}),
    Told("nothing before", DATED, facts("listed 2025-01-31")),
    Told("nothing from", DATED, facts("listed 2026-01-01")),
    Told(
        "scaled",
        amount(fixed="100万元", scaled=SCALED),
        facts(*LISTED, "raised 2025-02-01 3", "spent 2025-02-01 1"),
    ),
    Told(
        "scaled, unknown",
        amount(fixed="100万元", scaled=SCALED | {"short": "nothing"}),
        facts(*LISTED, "raised 2025-02-01 3"),
    ),
    Told(
        "scaled by a percentage",
        amount(fixed="100万元", scaled=PERCENT),
        facts(*LISTED, figures={"share": "65%"}),
    ),
    Told(
        "times met",
        amount(fixed="100万元", times=[STAR]),
        facts(*LISTED, attributes={"board": "star"}),
    ),
    Told(
        "times not met",
        amount(fixed="100万元", times=[STAR]),
        facts(*LISTED, attributes={"board": "main"}),
    ),
    Told("times unknown", amount(fixed="100万元", times=[STAR])),
    *(
        Told(
            f"{key} instead, {said}",
            amount(**SHARE, instead=[INSTEAD | change]),
            facts(
                *LISTED,
                "raised 2025-02-01 5000万元",
                attributes=board,
                figures={"profit": "1亿元"},
            ),
        )
        for key, change in (("rate", {"rate": "3%"}), ("base", {"of": "raised"}))
        for said, board in (
            ("met", {"board": "star"}),
            ("not met", {"board": "main"}),
            ("unknown", {}),
        )
    ),
    Told("round", RATE | {"rounding.unit": "100"}, facts(*LISTED, figures={"profit": "1万元"})),
    Told("received", amount(topup="300万元", less=["filed"]), BOTH),
    Told(
        "approved",
        amount(fixed="100万元", upto=True),
        facts(*LISTED, approved={"listed": "80万元"}),
    ),
    Told("approved, not stated", amount(fixed="100万元", upto=True)),
    Told(
        "allotted",
        BUDGETED,
        facts(*LISTED, figures={"listed_from_money": "80万元"}),
    ),
    Told("allotted, not stated", BUDGETED),
    Told("when met"),
    Told("when not met", needs(flag="eligible"), facts(*LISTED, flags={"eligible": False})),
    Told("when unknown", needs(flag="eligible")),
    Told(
        "as paid",
        needs(absent="moved"),
        facts(*LISTED, "moved 2025-09-01", payments=PAID),
    ),
    Told(
        "as paid, unknown",
        needs(absent="moved") | {"events.moved.silence": "unknown"},
        facts(*LISTED, payments=PAID),
    ),
    Told("replaced", {"awards.filed.replaces": ["listed"]}, BOTH),
    Told(
        "replaced unknown",
        {"awards.filed.replaces": ["listed"], "awards.filed.needs": ["eligible"]},
        BOTH,
    ),
    Told("best of, kept", BEST, BOTH),
    Told("best of, not kept", BEST, BOTH),
    Told("best of, unknown", BEST | amount(unknown="x"), BOTH),
    Told("room", GROUP, BOTH),
    Told("due", PARTS, BOTH),
    Told("less paid", {}, facts(*LISTED, payments=["listed 2025-04-01 150万元"])),
    Told(
        "room left", GROUP, facts("filed 2025-02-03", *LISTED, payments=["filed 2025-04-01 60万元"])
    ),
    Told("undertaking broken", STAYING, facts(*LISTED, "moved 2026-01-01")),
    Told("undertaking unknown", STAYING | {"events.moved.silence": "unknown"}),
    Told("withheld", {"notices": [HOLDS]}),
)


def step_sentences(answer: Assessment, lang: Lang) -> list[str]:
    """Every step of every line, in words."""
    words = Phrasing(answer, lang)
    return [step_sentence(words, line, step) for line in answer.lines for step in line.steps]


@pytest.mark.parametrize("told", STEPS, ids=str)
def test_steps(told: Told) -> None:
    """Each step of a calculation, in the units of what it counts, with its clause."""
    for lang, sentence in zip(LANGS, SENTENCES[told.what], strict=True):
        assert sentence in step_sentences(told.answer(), lang)


SPLIT = {
    "awards.listed.borne_by": "half",
    "shares.half.parts": [
        {"level": "city", "title": {"zh": "市级", "en": "the city"}, "share": "50%"},
        {"level": "county", "title": {"zh": "县级", "en": "the county"}, "share": "50%"},
    ],
}
LATER = {"instalments.two.parts": [{"share": "1%"}, {"share": "99%", "years": 3, "months": 6}]}
COMBINED = {
    "conditions.it": {"all_of": ["star", "any"]},
    "conditions.any": {"any_of": ["not", "profitable"]},
    "conditions.not": {"not_met": "eligible"},
    "awards.listed.needs": ["it"],
}
REPEALED = {
    "in_force.repealed": {"since": "2026-01-01", "by": {"zh": "新办法", "en": "new measures"}}
}
READ = {
    "clauses.c": BASE["clauses"]["c"]
    | {"paraphrase": True, "read": "news", "lead": "甲", "supporting": "乙"}
}

GUIDE = {
    "item": {"zh": "申报指南第二条", "en": "guide, item 2"},
    "text": "最高200万元。",
    "read": "mirror",
}

TEXTS = (
    # the head
    Told(
        "who",
        {},
        {"enterprise": {"name": "示例", "uscc": "91440800MA0000001E", "county": "赤坎区"}},
    ),
    Told("payable"),
    Told("payable open", needs(flag="eligible")),
    Told("total withheld", {"notices": [HOLDS]}),
    Told("totals", {}, facts(*LISTED, payments=["listed 2025-04-01 300万元"])),
    Told("small amounts", amount(fixed="5000")),
    # lines
    Told("line withheld", {"notices": [HOLDS]}),
    Told("recipient", {"awards.listed.recipient": {"zh": "高管团队", "en": "the management"}}),
    Told(
        "for others",
        {
            "awards.listed.of_which": [
                {"recipient": {"zh": "高管团队", "en": "the management"}, "amount": "50万元"},
                {"recipient": {"zh": "保荐机构", "en": "the sponsor"}, "share": "10%"},
            ]
        },
    ),
    Told("overpaid", {}, facts(*LISTED, payments=["listed 2025-04-01 300万元"])),
    Told(
        "paid for what it replaces",
        BEST,
        facts("filed 2025-02-03", *LISTED, payments=["filed 2025-04-01 50万元"]),
    ),
    Told(
        "overpaid for what it replaces",
        BEST,
        facts("filed 2025-02-03", *LISTED, payments=["filed 2025-04-01 300万元"]),
    ),
    Told("part due", PARTS),
    Told("part after an unknown event", PARTS),
    Told("part after an event", PARTS, facts(*LISTED, absent=["accepted"])),
    Told("part later", PARTS | LATER),
    Told("share", SPLIT),
    Told("group", GROUP, BOTH),
    Told(
        "group withheld, cap open",
        GROUP | {"groups.all.cap_when": [{"when": "star", "cap": "300万元"}], "notices": [HOLDS]},
    ),
    # combined checks
    Told("all of", COMBINED, facts(*LISTED, attributes={"board": "star"})),
    Told("any of", COMBINED, facts(*LISTED, attributes={"board": "star"})),
    Told("not", COMBINED, facts(*LISTED, attributes={"board": "star"})),
    Told("part of a combined check", COMBINED, facts(*LISTED, attributes={"board": "star"})),
    # why not
    Told("not reached", {}, facts(absent=["listed"])),
    Told(
        "refused",
        needs(figure="profit", at_least="800万元"),
        facts(*LISTED, figures={"profit": "1"}),
    ),
    Told(
        "refused, combined",
        COMBINED,
        facts(
            *LISTED, attributes={"board": "main"}, flags={"eligible": True}, figures={"profit": "1"}
        ),
    ),
    Told("refused by a not", needs(not_met="star"), facts(*LISTED, attributes={"board": "gem"})),
    Told("why replaced", {"awards.filed.replaces": ["listed"]}, BOTH),
    Told(
        "replaced after a payment",
        {"awards.filed.replaces": ["listed"]},
        facts("filed 2025-02-03", *LISTED, payments=["listed 2025-04-01 20万元"]),
    ),
    Told("outdone", BEST, BOTH),
    Told("no room", GROUP | {"groups.all.cap": "50万元"}, BOTH),
    Told("no amount", amount(fixed="0") | {"awards.listed.needs": ["eligible"]}),
    # assumed
    Told("assumed days", {"in_force.assumed": "甲"}),
    Told("assumed condition", needs(figure="profit", at_least="1", assumed="甲")),
    Told("assumed amount", amount(fixed="1", assumed="甲")),
    Told("assumed flag", needs(flag="honest")),
    # needs
    Told("need event", needs(happened="listed", after="filed")),
    Told(
        "need event or another",
        needs(seasoning="neeq", years=1, tested_on=["filed", "accepted"]),
        facts(*LISTED, "neeq 2023-01-01"),
    ),
    Told(
        "need amount of an event",
        amount(rate="2%", of="raised"),
        facts(*LISTED, "raised 2025-02-01"),
    ),
    Told(
        "need cap",
        amount(rate="2%", of="profit", cap="unknown"),
        facts(*LISTED, figures={"profit": "1亿元"}),
    ),
    Told("need common cap", GROUP | {"groups.all.cap": "unknown"}, BOTH),
    Told("need figure", RATE),
    Told("need flag", needs(flag="eligible")),
    Told("need attribute", needs(attribute="board", one_of=["star"])),
    Told("need approved", amount(fixed="100万元", upto=True)),
    Told("need application", needs(applied={"within_months": 6})),
    Told("need amount of an award", amount(unknown="x")),
    Told(
        "need band",
        amount(of="staff", bands=[{"at_most": "10", "fixed": "1"}, {"fixed": "3"}]),
        facts(*LISTED, figures={"staff": "10"}),
    ),
    # exposures
    Told("exposed", MOVING, facts(*LISTED, "moved 2026-01-01", payments=PAID)),
    Told("not exposed", MOVING, facts(*LISTED, payments=PAID)),
    Told("no longer exposed", MOVING, facts(*LISTED, payments=PAID), date(2031, 1, 1)),
    Told(
        "exposure unknown",
        MOVING | {"events.moved.silence": "unknown"},
        facts(*LISTED, payments=PAID),
    ),
    Told("exposure without end", OPEN_MOVING, facts(*LISTED, "accepted 2025-02-01", payments=PAID)),
    Told("exposure without start", OPEN_MOVING, facts(*LISTED, "moved 2026-01-01", payments=PAID)),
    Told("broken, unpaid", STAYING, facts(*LISTED, "moved 2026-01-01")),
    Told("broken, only told", FROM_THE_YEAR, facts(*LISTED, "moved 2026-01-01")),
    Told("not kept", LISTING_ON, facts(*LISTED, payments=PAID), date(2031, 1, 1)),
    Told("not kept, unpaid", LISTING_ON, facts(*LISTED), date(2031, 1, 1)),
    Told("still to be kept", LISTING_ON, facts(*LISTED, payments=PAID)),
    Told("kept", LISTING_ON, facts(*LISTED, "accepted 2026-01-01", payments=PAID)),
    Told(
        "not known whether kept",
        LISTING_ON | {"events.accepted.silence": "unknown"},
        facts(*LISTED, payments=PAID),
        date(2031, 1, 1),
    ),
    Told(
        "end not known",
        LISTING_ON
        | {
            "undertakings.on": LISTING_ON["undertakings.on"] | {"after": "moved"},
            "events.moved.silence": "unknown",
        },
        facts(*LISTED, payments=PAID),
    ),
    # laws
    Told(
        "notice",
        {"notices": [HOLDS | {"text": "不得。", "advice": "请审核。", "effect": "review"}]},
    ),
    Told("notice that withholds", {"notices": [HOLDS | {"text": "不得。"}]}),
    Told(
        "notice at payment",
        {"notices": [HOLDS | {"text": "不得。", "effect": "review", "since": "2026-01-01"}]},
    ),
    # remarks
    Told("event later", {}, None, date(2025, 1, 31)),
    Told("payment later", {}, facts(*LISTED, payments=PAID), date(2025, 3, 31)),
    Told(
        "payment returned",
        {},
        facts(*LISTED, payments=["listed 2025-04-01 1000000", "listed 2025-05-01 -400000"]),
    ),
    Told("payment elsewhere", {}, facts(*LISTED, payments=["listed 2025-04-01 1 other"])),
    Told("payment before its event", {}, facts(*LISTED, payments=["listed 2025-01-31 1"])),
    Told("identical events", {}, facts(*LISTED, "raised 2025-02-01 1", "raised 2025-02-01 1")),
    Told(
        "implied event",
        {"events.listed.after": ["filed"], "events.filed.silence": "did_not_happen"},
    ),
    Told("application not stated", needs(applied={})),
    Told(
        "application later",
        needs(applied={}),
        facts(*LISTED, applied={"listed": "2026-02-01"}),
        date(2026, 1, 31),
    ),
    Told("amount too early", amount(rate="2%", of="raised"), BEFORE),
    Told(
        "amount too late",
        amount(rate="2%", of="raised"),
        facts(*LISTED, "raised 2027-02-01 3000万元"),
        date(2027, 3, 1),
    ),
    Told("amount outside", amount(rate="2%", of="raised", counted={"after": "listed"}), BEFORE),
    Told("event too early", amount(fixed="1万元", per="moved"), facts(*LISTED, "moved 2024-02-01")),
    Told("tested in place", TESTED, facts(*LISTED, "neeq 2023-01-01")),
    Told("no word on a break", TESTED, facts(*LISTED, "neeq 2023-01-01")),
    Told("not due yet", PARTS | LATER),
    Told("not due yet, amount open", PARTS | LATER | needs(flag="eligible")),
    Told("not due yet, day open", PARTS),
    Told("policy ended", {}, None, date(2027, 1, 1)),
    Told("policy repealed", REPEALED),
    Told("policy not begun", {}, None, date(2024, 1, 1)),
    # clauses
    Told("clause"),
    Told("clause in other words", READ),
    Told(
        "clause read elsewhere",
        {"clauses.c": READ["clauses.c"] | {"readings": [GUIDE]}},
    ),
    Told("not seen", {"document.missing": [{"zh": "附件", "en": "the annex"}]}),
)


@pytest.mark.parametrize("told", TEXTS, ids=str)
def test_texts(told: Told) -> None:
    """Each kind of line of the whole text."""
    for lang, sentence in zip(LANGS, SENTENCES[told.what], strict=True):
        assert sentence in lines(told.answer().explain(lang))


CONDITIONS: Mapping[str, dict[str, Any]] = {
    "condition flag": {"flag": "eligible"},
    "condition figure": {"figure": "profit", "over": "0", "at_most": "8亿元"},
    "condition figure, all of it": {"figure": "raised", "over": "0", "counted": "all"},
    "condition attribute": {"attribute": "board", "one_of": ["star", "gem"]},
    "condition happened": {"happened": "listed"},
    "condition happened between": {
        "happened": "listed",
        "first": "2025-01-01",
        "last": "2025-06-30",
        "after": "filed",
        "within_months": 18,
    },
    "condition absent": {"absent": "moved"},
    "condition absent, event": {"absent": "moved", "tested_on": "event", "after_event": True},
    "condition absent, as of": {"absent": "moved", "tested_on": "as_of"},
    "condition happened, application": {"happened": "moved", "tested_on": "application"},
    "condition applied": {"applied": {"within_months": 6}},
    "condition applied, calendar year": {
        "applied": {"within_years": 1, "runs_from": "next_year"},
    },
    "condition seasoning, calendar years": {"seasoning": "neeq", "years": 1, "runs_from": "year"},
    "condition seasoning, next calendar year": {
        "seasoning": "neeq",
        "years": 1,
        "runs_from": "next_year",
    },
    "condition applied, since a year": {"applied": {"after": "filed", "runs_from": "year"}},
    "condition applied, after": {"applied": {"after": "filed"}},
    "condition applied, between": {"applied": {"first": "2025-01-01", "last": "2025-06-30"}},
    "condition applied, from": {"applied": {"first": "2025-01-01"}},
    "condition applied, until": {"applied": {"last": "2025-06-30"}},
    "condition applied at all": {"applied": {}},
    "condition tested, application": {
        "seasoning": "neeq",
        "years": 1,
        "tested_on": "application",
    },
    "condition seasoning": {
        "seasoning": "neeq",
        "years": 2,
        "tested_on": ["filed", "listed"],
        "restarted_by": "left",
        "counting": "civil_code",
    },
    "condition held": {"seasoning": "neeq", "years": 1, "months": 1},
    "condition all of": {"all_of": ["eligible", "any"]},
    "condition any of": {"any_of": ["star", "profitable"]},
    "condition not": {"not_met": "star"},
    "condition not any": {"not_met": "any"},
}


@pytest.mark.parametrize("what", CONDITIONS)
def test_conditions(what: str) -> None:
    """Each condition of a policy, without its source."""
    some = {"conditions.any": {"any_of": ["star", "profitable"]}}
    policy = policy_of(some | {"conditions.it": CONDITIONS[what]})
    for lang, text in zip(LANGS, SENTENCES[what], strict=True):
        assert condition_text(PolicyPhrasing(policy, lang), policy.conditions["it"]) == text


ALL_ADDED = {"scaled": SCALED, "times": [STAR], "less": ["filed"], "upto": True}
AMOUNTS: Mapping[str, dict[str, Any]] = {
    "amount fixed": {"fixed": "200万元"},
    "amount per event": {"fixed": "1万元", "per": "raised", "cap": "5万元"},
    "amount per one": {"fixed": "2000", "per": "staff"},
    "amount per full": {"fixed": "1万元", "per": "raised", "every": "1000万元"},
    "amount rate": {"rate": "5‰", "of": "profit"},
    "amount rate per enterprise": {"rate": "2%", "of": "raised", "cap": "10万元"},
    "amount rate per year": {"rate": "2%", "of": "raised", "cap": "10万元", "cap_per": "year"},
    "amount rate per event": {
        "rate": "2%",
        "of": "raised",
        "cap": "10万元",
        "cap_per": "event",
        "floor": "1万元",
    },
    "amount rate above a limit per year": {
        "rate": "2%",
        "of": "raised",
        "above": "500万元",
        "cap_per": "year",
        "floor": "1万元",
    },
    "amount rate with a floor": {"rate": "2%", "of": "raised", "floor": "1万元"},
    "amount bands per event": {
        "of": "raised",
        "applied_per": "event",
        "bands": [{"at_least": "0", "fixed": "1万元"}],
    },
    "amount above": {"rate": "2%", "of": "raised", "minus": ["spent", "profit"], "above": "1亿元"},
    "amount above a share": {
        "rate": "2%",
        "of": "raised",
        "above": {"rate": "105%", "of": "profit"},
    },
    "amount counted all": {"rate": "2%", "of": "raised", "counted": "all"},
    "amount counted after": {
        "rate": "2%",
        "of": "raised",
        "counted": {"after": "listed", "within_months": 12},
    },
    "amount counted before": {
        "rate": "2%",
        "of": "raised",
        "counted": {"before": "listed", "within_days": 10},
    },
    "amount with a cap not given": {"rate": "2%", "of": "raised", "cap": "unknown"},
    "amount with a cap a year not given": {
        "rate": "2%",
        "of": "raised",
        "cap": "unknown",
        "cap_per": "year",
    },
    "amount with a cap an event not given": {
        "rate": "2%",
        "of": "raised",
        "cap": "unknown",
        "cap_per": "event",
    },
    "amount with another rate and cap": {
        "rate": "2%",
        "of": "raised",
        "cap": "50万元",
        "instead": [
            {"when": "star", "rate": "3%", "of": "profit"},
            {"when": "star", "cap": "100万元"},
        ],
    },
    "amount each with a cap not given": {"fixed": "1万元", "per": "raised", "cap": "unknown"},
    "amount counted in calendar years": {
        "rate": "2%",
        "of": "raised",
        "counted": {"after": "listed", "within_years": 2, "runs_from": "year"},
    },
    "amount counted since a year": {
        "rate": "2%",
        "of": "raised",
        "counted": {"after": "listed", "runs_from": "next_year"},
    },
    "amount counted from": {"rate": "2%", "of": "raised", "counted": {"after": "listed"}},
    "amount counted until": {"rate": "2%", "of": "raised", "counted": {"before": "listed"}},
    "amount bands": BANDS["awards.listed.amount"],
    "amount topup": {"topup": "300万元", "less": ["filed"]},
    "amount unknown": {"unknown": {"zh": "一事一议", "en": "case by case"}},
    "amount dated": DATED["awards.listed.amount"],
    "amount with all added": {"fixed": "100万元"} | ALL_ADDED,
    "amount by a percentage": {"fixed": "100万元", "scaled": PERCENT},
    "amount or nothing": {"fixed": "100万元", "scaled": PERCENT | {"short": "nothing"}},
}


@pytest.mark.parametrize("what", AMOUNTS)
def test_amounts(what: str) -> None:
    """Each amount of a policy with what it adds, without its source."""
    policy = policy_of({"awards.listed.amount": AMOUNTS[what]})
    for lang, text in zip(LANGS, SENTENCES[what], strict=True):
        assert amount_text(PolicyPhrasing(policy, lang), policy.award("listed").amount) == text


YEARLY = {"sales": {"zh": "年度收入", "en": "Sales"}, "costs": {"zh": "年度成本", "en": "Costs"}}
WAYS = ("sum", "average", "least", "growth", "compound_growth", "ratio", "lower_of")
MADE: dict[str, Any] = {
    **{f"figures.{name}": {**label, "yearly": True} for name, label in YEARLY.items()},
    **{
        f"figures.by_{way}": {
            "zh": way,
            "en": way,
            "made": {"way": way, "of": list(YEARLY)[: 2 if way == "ratio" else 1]}
            | {"before": "neeq"},
        }
        for way in WAYS[:-1]
    },
    "figures.by_lower_of": {
        "zh": "孰低", "en": "Lower", "made": {"way": "lower_of", "of": ["by_sum", "by_least"]},
    },
}  # fmt: skip
A_PLACE = {"zh": "名次", "en": "Place", "unit": "number", "place_of": "listed"}
PLACES = {
    "figures.place": A_PLACE,
    "figures.size": A_PLACE | {"zh": "位次", "en": "Rank", "ranked_by": "place"},
}
STAYS_PAID = {
    "undertakings.staying": STAYING["undertakings.staying"] | {"called_back": "0%"},
}
CLOSED = {"zh": "注销", "en": "Closed"}
POLICIES: Mapping[str, dict[str, Any]] = {
    "series": {"series": "small"},
    "note": {"document.note": {"zh": "注", "en": "a note"}},
    "not seen of a policy": {"document.missing": [{"zh": "附件", "en": "the annex"}]},
    "confirmed": {"document.confirmed": {"on": "2025-06-30", "by": {"zh": "财政局", "en": "us"}}},
    "days": {},
    "days without end": {"in_force": {"first": "2025-01-01"}},
    "repealed": REPEALED,
    "no awards": {"awards": {}},
    "award repealed": {
        "awards.listed.repealed": {
            "since": "2026-01-01",
            "by": {"zh": "新办法", "en": "new measures"},
        }
    },
    "needs of all": {"needs": ["eligible"]},
    "award": {},
    "dated award": DATED,
    "dated award, one day": DATED,
    "dated award, repealed": DATED,
    "needs": {"awards.listed.needs": ["profitable"]},
    "budget": BUDGETED,
    "budget, in proportion": BUDGETED
    | {"budgets.money.used_up": "in_proportion", "budgets.money.counted_on": "application"},
    "budget, next year": BUDGETED | {"budgets.money.used_up": "next_year"},
    "recipient of an award": {
        "awards.listed.recipient": {"zh": "高管团队", "en": "the management"}
    },
    "parts of an award for others": {
        "awards.listed.of_which": [
            {"recipient": {"zh": "高管团队", "en": "the management"}, "amount": "50万元"},
            {"recipient": {"zh": "保荐机构", "en": "the sponsor"}, "share": "10%"},
        ]
    },
    "earned by all": {"awards.listed.earned_by": {"all_of": ["listed", "filed"]}},
    "earned by any": {"awards.listed.earned_by": {"any_of": ["listed", "moved"]}},
    "repealed award": {
        "awards.listed.repealed": {
            "since": "2025-06-01",
            "by": {"zh": "清理通知", "en": "a notice"},
        }
    },
    "replaces": {"awards.listed.replaces": ["filed"]},
    "instalments": PARTS,
    "instalments by time": PARTS | {"instalments.two.parts": [{"share": "100%", "months": 1}]},
    "instalments by event": PARTS
    | {"instalments.two.parts": [{"share": "100%", "event": "accepted"}]},
    "shares": SPLIT,
    "a group": GROUP,
    "a group whose cap is not given": GROUP | {"groups.all.cap": "unknown"},
    "a group with another cap": GROUP
    | {"groups.all.cap_when": [{"when": "star", "cap": "300万元"}]},
    "best of": BEST,
    "repayment": MOVING,
    "repayment without end": OPEN_MOVING,
    "undertaking from each payment": STAYING,
    "undertaking from the year": FROM_THE_YEAR,
    "undertaking to reach something": LISTING_ON,
    "withholding": {"notices": [HOLDS]},
    "fact": {},
    "fact made of others": MADE,
    "fact that is a place": PLACES,
    "fact of which silence is unknown": {"events.closed": CLOSED | {"silence": "unknown"}},
    "fact that is unknown if needed": {"events.closed": CLOSED | {"silence": "unknown_if_needed"}},
    "undertaking that calls nothing back": STAYS_PAID,
    "fact in percent": {},
    "fact in numbers": {},
    "fact with values": {},
    "unofficial clause": READ,
    "unofficial copy": {"clauses.c": READ["clauses.c"] | {"paraphrase": False, "read": "mirror"}},
    "agency": {"clauses.c": READ["clauses.c"] | {"paraphrase": False, "read": "agency"}},
    "draft": {"clauses.c": READ["clauses.c"] | {"paraphrase": False, "read": "draft"}},
    "assumption": needs(flag="eligible", assumed={"zh": "甲", "en": "so read"}),
}


@pytest.mark.parametrize("what", POLICIES)
def test_policies(what: str) -> None:
    """Each kind of line of a policy by itself."""
    for lang, sentence in zip(LANGS, SENTENCES[what], strict=True):
        assert sentence in lines(describe(policy_of(POLICIES[what]), lang))


EVERYTHING = MOVING | SPLIT | PARTS | BEST | GROUP | DATED | BUDGETED
PARTS_OF = {
    "part days": "in_force",
    "part rounding": "rounding",
    "part condition": "conditions.star",
    "part group": "groups.all",
    "part budget": "budgets.money",
    "part best of": "best_of.one",
    "part instalments": "instalments.two",
    "part shares": "shares.half",
    "part repayment": "repayments.moving",
    "part flag": "flags.honest",
    "part award": "awards.listed",
    "part amount": "awards.listed.amount",
    "part dated amount": "awards.listed.amount.dated[0].amount",
}


@pytest.mark.parametrize("what", PARTS_OF)
def test_parts(what: str) -> None:
    """What each path of a policy stands for."""
    policy = policy_of(EVERYTHING)
    for lang, text in zip(LANGS, SENTENCES[what], strict=True):
        assert part_text(PolicyPhrasing(policy, lang), PARTS_OF[what]) == text


ANSWERS = (*CHECKS, *STEPS, *TEXTS)
PAGED = Told(
    "a document with its particulars, and an award of which the amount is not known",
    GROUP
    | {
        "document.number": "示例〔2025〕1号",
        "document.issued": "2025-01-01",
        "document.url": "https://www.example.gov.cn/1",
        "awards.filed.amount": {"unknown": "另定"},
    },
    facts(
        *(*LISTED, "filed 2025-01-02", "raised 2025-01-05 100万元 公告1号"),
        absent=["moved"],
        evidence={"absent.moved": "证明2号"},
    ),
)
"""What only the page tells."""


class TestCompleteness:
    """Whatever an answer or a policy can hold has words, and no words are left over."""

    def test_every_operation_is_said(self) -> None:
        """Each operation of a step occurs in the cases above."""
        said = {step.op for told in ANSWERS for line in told.answer().lines for step in line.steps}
        assert said == set(get_args(Operation))

    def test_every_need_and_remark_is_said(self) -> None:
        """Each kind of need and remark occurs."""
        answers = [told.answer() for told in ANSWERS]
        needed = {need.kind for answer in answers for need in answer.needs}
        assert needed == set(get_args(get_type_hints(Need)["kind"]))
        remarked = {remark.kind for answer in answers for remark in answer.remarks}
        assert remarked == set(get_args(get_type_hints(Remark)["kind"]))

    def test_every_construct_is_said(self) -> None:
        """Each condition and each amount occurs."""
        made = [
            policy_of({"conditions.any": {"any_of": ["star"]}, "conditions.it": each})
            for each in CONDITIONS.values()
        ]
        assert {type(each.conditions["it"]) for each in made} == union_of(Condition)
        given = [policy_of({"awards.listed.amount": each}) for each in AMOUNTS.values()]
        amounts = {type(each.award("listed").amount) for each in given}
        assert amounts == union_of(PlainAmount) | {DatedAmount}

    def test_every_phrase_is_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """No phrase is there that nothing says."""
        said = set()

        def noted(key: str, lang: Lang, /, *variant: str, **values: object) -> str:
            said.add(" ".join((key, *variant)))
            return say(key, lang, *variant, **values)

        def noted_in_both(key: str, /, *variant: str, **values: Any) -> tuple[str, str]:
            said.add(" ".join((key, *variant)))
            return in_both(key, *variant, **values)

        for module in (phrasing, whole_text, in_words):
            monkeypatch.setattr(module, "say", noted)
        monkeypatch.setattr(policy_model, "in_both", noted_in_both)
        for told in (*ANSWERS, PAGED):
            answer = told.answer()
            answer.explain()
            page(answer, digest="sha256:0")
            check_sentences(answer, "en")
            step_sentences(answer, "en")
        for changes in POLICIES.values():
            describe(policy_of(changes))
        for what in ("earned by all", "earned by any"):
            Told(what, POLICIES[what]).answer().explain()
        for what in CONDITIONS:
            test_conditions(what)
        for what in AMOUNTS:
            test_amounts(what)
        for what in PARTS_OF:
            test_parts(what)
        said_of = (
            values,
            policy,
            words_of_facts,
            amounts,
            checks,
            steps,
            words_of_an_answer,
            words_of_a_page,
        )
        assert said == {key for table in said_of for key, _ in every_phrase(table.PHRASES)}

    def test_every_sentence_is_asked(self) -> None:
        """No sentence of the table is left over."""
        asked = [told.what for told in ANSWERS]
        for table in (CONDITIONS, AMOUNTS, POLICIES, PARTS_OF):
            asked += table
        assert sorted(asked) == sorted(SENTENCES)


def union_of(alias: Any) -> set[type]:
    """The models of a closed union, whatever is written around them."""
    if isinstance(alias, type):
        return {alias}
    inner = get_args(alias)[:1] if hasattr(alias, "__metadata__") else get_args(alias)
    return {model for each in inner for model in union_of(each)}


class TestNumbers:
    """How numbers are written."""

    def test_a_long_tail_is_cut_visibly(self) -> None:
        """A quotient is never shown as if it were exact."""
        assert shortened("333333.333333") == "333333.333333"
        assert shortened("333333.3333333") == "333333.33…"

    def test_an_amount_with_a_long_tail(self) -> None:
        """万元 stands beside an amount only where it says the same."""
        words = PolicyPhrasing(policy_of({}), "zh")
        assert words.yuan(Decimal("1234567.891234567"), wan=True) == "1,234,567.89…元"
        assert words.yuan(Decimal("1234567.89"), wan=True) == "1,234,567.89元（123.456789万元）"
        assert words.yuan(Decimal("9999.99"), wan=True) == "9,999.99元"
