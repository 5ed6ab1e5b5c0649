"""For each rule: a change that trips it, and one close to it that does not."""

from __future__ import annotations

from lint.rules_of_days import OF_DAYS_AND_TIMES
from lint.rules_of_events import OF_EVENTS
from lint.rules_of_words import UNSAID
from lint.small import Changes, Trips

A, TWO = "awards.listed.amount", ("filed", "listed")
STAR = {"attribute": "board", "one_of": ["star"]}
MAIN = {"attribute": "board", "one_of": ["main"]}
ELIGIBLE = {"flag": "eligible"}
FLOOR = {"rate": "2%", "of": "listed", "floor": "20万元", "cap": "30万元"}


def banded(*bands: dict[str, str]) -> Changes:
    """The award for listing by bands of what was raised."""
    return {A: {"bands": list(bands), "of": "listed"}}


def needing(*needs: str, **conditions: object) -> Changes:
    """The award for listing with some needs, and the conditions they are made of."""
    named = {f"conditions.{name}": each for name, each in conditions.items()}
    return {"awards.listed.needs": list(needs), **named}


def grouped(cap: str, *awards: str, **more: object) -> Changes:
    """Awards under a common cap."""
    group = {"title": "合计", "cap": cap, **more}
    members = {f"awards.{name}.group": "all" for name in awards}
    return {"groups.all": group, **members}


def dated(*values: tuple[str, str]) -> Changes:
    """The award for listing with values from some days on; an empty one is a repeal."""
    return {
        A: {
            "dated": [
                {"since": day, "amount": amount} if amount else {"since": day, "repealed": True}
                for day, amount in values
            ]
        }
    }


BANDS = (
    Trips(
        "bands_apart",
        f"{A}.bands[0]",
        banded({"over": "600", "fixed": "2"}, {"at_most": "500", "fixed": "1"}),
        banded({"over": "500", "fixed": "2"}, {"at_most": "500", "fixed": "1"}),
        ("500.00", "600.00", "bands[0]", "bands[1]", "fixed = 0"),
    ),
    Trips(
        "bands_overlap",
        f"{A}.bands[2]",
        banded(
            {"below": "100", "fixed": "1"},
            {"at_least": "100", "below": "900", "fixed": "2"},
            {"at_least": "800", "fixed": "3"},
        ),
        banded(
            {"below": "100", "fixed": "1"},
            {"at_least": "100", "below": "900", "fixed": "2"},
            {"at_least": "900", "fixed": "3"},
        ),
        ("800.00", "bands[1]", "bands[2]"),
    ),
    Trips(
        "bands_overlap",
        f"{A}.bands[1]",
        banded({"at_least": "100", "fixed": "1"}, {"at_least": "300", "fixed": "2"}),
        banded({"at_least": "300", "fixed": "1"}, {"at_most": "100", "below": "300", "fixed": "2"})
        | banded({"at_least": "300", "fixed": "1"}, {"below": "300", "fixed": "2"}),
        ("300.00",),
    ),
    Trips(
        "number_in_no_band",
        f"{A}.bands[1]",
        banded({"below": "500", "fixed": "1"}, {"over": "500", "fixed": "2"}),
        banded({"below": "500", "fixed": "1"}, {"at_least": "500", "fixed": "2"}),
        ("500.00", "at_most", "at_least"),
    ),
    Trips(
        "number_in_two_bands",
        f"{A}.bands[1]",
        banded({"at_most": "500", "fixed": "1"}, {"at_least": "500", "fixed": "2"}),
        banded({"at_most": "500", "rate": "2%"}, {"at_least": "500", "fixed": "10"}),
        ("500.00", "1259", "below", "over"),
        ("以上", "以下"),
    ),
    Trips(
        "number_in_two_bands",
        f"{A}.bands[1]",
        banded(
            {"at_most": "500", "unknown": "未列明"},
            {"at_least": "500", "rate": "2%", "cap": "10"},
        ),
        banded(
            {"at_most": "500", "rate": "2%", "cap": "10"},
            {"at_least": "500", "rate": "3%", "cap": "10"},
        ),
        ("500.00",),
    ),
)

AMOUNTS = (
    Trips(
        "floor_above_cap",
        f"{A}.floor",
        {A: {"rate": "2%", "of": "listed", "floor": "20万元", "cap": "10万元"}},
        {A: {"rate": "2%", "of": "listed", "floor": "10万元", "cap": "10万元"}},
        ("200,000.00", "100,000.00"),
    ),
    Trips(
        "floor_above_cap",
        f"{A}.floor",
        {A: FLOOR | {"instead": [{"when": "ok", "cap": "10万元"}]}, "conditions.ok": ELIGIBLE},
        {A: FLOOR | {"instead": [{"when": "ok", "cap": "20万元"}]}, "conditions.ok": ELIGIBLE},
        ("200,000.00", "100,000.00"),
    ),
    Trips(
        "instead_of_the_same",
        f"{A}.instead[0].rate",
        {A: FLOOR | {"instead": [{"when": "ok", "rate": "2%"}]}, "conditions.ok": ELIGIBLE},
        {A: FLOOR | {"instead": [{"when": "ok", "rate": "3%"}]}, "conditions.ok": ELIGIBLE},
        ("rate",),
    ),
    Trips(
        "never_applied_in_time",
        "conditions.in_time.applied.last",
        needing("in_time", in_time={"applied": {"last": "2023-12-31"}}),
        needing("in_time", in_time={"applied": {"last": "2024-01-01"}}),
        ("2023-12-31", "2024-01-01"),
    ),
    Trips(
        "counted_nothing",
        f"{A}.counted",
        {A: {"fixed": "20万元", "counted": "all"}},
        {A: {"fixed": "20万元", "per": "raised", "counted": "all"}},
        ("counted",),
    ),
    Trips(
        "counted_nothing",
        "conditions.rich.counted",
        needing("rich", rich={"figure": "profit", "at_least": "1", "counted": "all"}),
        needing("rich", rich={"figure": "raised", "at_least": "1", "counted": "all"}),
        ("counted",),
    ),
    Trips(
        "nothing_is_counted",
        f"{A}.cap",
        {A: {"fixed": "20万元", "cap": "10万元"}},
        {A: {"fixed": "20万元", "cap": "100万元", "per": "raised"}},
        ("cap", "per"),
    ),
    Trips(
        "nothing_is_counted",
        f"{A}.every",
        {A: {"fixed": "20万元", "every": "100"}},
        {A: {"fixed": "20万元", "every": "100", "per": "staff"}},
        ("every", "per"),
    ),
    Trips(
        "share_of_what",
        f"{A}.scaled.by",
        {A: {"fixed": "20", "scaled": {"by": "profit", "full_at": "70%", "short": "share"}}},
        {A: {"fixed": "20", "scaled": {"by": "local", "full_at": "70%", "short": "share"}}},
        ("profit", "percent"),
        ("净利润",),
    ),
    Trips(
        "share_of_what",
        f"{A}.scaled.by",
        {A: {"fixed": "20", "scaled": {"by": "raised", "full_at": "70%", "short": "share"}}},
        {
            A: {
                "fixed": "20",
                "scaled": {"by": "raised", "of": "listed", "full_at": "70%", "short": "share"},
            }
        },
        ("raised",),
    ),
)

CAPS = (
    Trips(
        "cap_below_an_award",
        "groups.all.cap",
        grouped("150万元", *TWO),
        grouped("200万元", *TWO),
        ("1,500,000.00", "2,000,000.00", "listed"),
        ("上市奖励",),
    ),
    Trips(
        "cap_below_an_award",
        "groups.all.cap",
        grouped("150万元", "listed", cap_when=[{"when": "star", "cap": "180万元"}])
        | {"conditions.star": STAR},
        grouped("150万元", "listed", cap_when=[{"when": "star", "cap": "200万元"}])
        | {"conditions.star": STAR},
        ("1,800,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("301万元", *TWO),
        grouped("300万元", *TWO),
        ("3,010,000.00", "3,000,000.00"),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap_when[0].cap",
        grouped("200万元", *TWO, cap_when=[{"when": "star", "cap": "400万元"}])
        | {"conditions.star": STAR},
        grouped("200万元", *TWO, cap_when=[{"when": "star", "cap": "240万元"}])
        | {"conditions.star": STAR},
        ("4,000,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("300万元", *TWO) | {"awards.listed.replaces": ["filed"]},
        grouped("200万元", *TWO) | {"awards.listed.replaces": ["filed"]},
        ("2,000,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("300万元", *TWO) | {"best_of.one": {"awards": ["listed", "filed"]}},
        grouped("200万元", *TWO) | {"best_of.one": {"awards": ["listed", "filed"]}},
        ("2,000,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("300万元", *TWO)
        | needing("star", star=STAR, main=MAIN)
        | {"awards.filed.needs": ["main"]},
        grouped("300万元", *TWO)
        | needing("star", star=STAR, main=MAIN)
        | {"awards.filed.needs": ["star"]},
        ("2,000,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("300万元", *TWO) | {A: {"topup": "200万元", "less": ["filed"]}},
        grouped("200万元", *TWO) | {A: {"topup": "200万元", "less": ["filed"]}},
        ("2,000,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("350万元", *TWO)
        | {A: {"fixed": "200万元", "times": [{"factor": "120%", "when": "star"}]}}
        | {"conditions.star": STAR},
        grouped("340万元", *TWO)
        | {A: {"fixed": "200万元", "times": [{"factor": "120%", "when": "star"}]}}
        | {"conditions.star": STAR},
        ("3,400,000.00",),
    ),
    Trips(
        "cap_above_the_sum",
        "groups.all.cap",
        grouped("120万元", *TWO) | {A: {"rate": "2%", "of": "listed", "cap": "10万元"}},
        grouped("120万元", *TWO) | {A: {"rate": "2%", "of": "listed"}},
        ("1,100,000.00",),
    ),
)

REACH = (
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing("yes", "no", yes=ELIGIBLE, no={"not_met": "yes"}),
        needing("yes", "no", yes=ELIGIBLE, no={"not_met": "star"}, star=STAR),
        ("yes", "no"),
    ),
    Trips(
        "never_met_together",
        "needs",
        {"needs": ["yes", "no"], "conditions.yes": ELIGIBLE, "conditions.no": {"not_met": "yes"}},
        {"needs": ["yes"], "conditions.yes": ELIGIBLE, "conditions.no": {"not_met": "yes"}},
        ("yes", "no"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing("no", yes=ELIGIBLE, no={"not_met": "yes"}, both={"all_of": ["yes"]})
        | {"needs": ["both"]},
        needing("no", yes=ELIGIBLE, no={"not_met": "yes"}, both={"any_of": ["yes", "star"]})
        | {"needs": ["both"], "conditions.star": STAR},
        ("yes",),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "either", "neither", yes=ELIGIBLE, star=STAR,
            either={"any_of": ["yes", "star"]}, neither={"not_met": "either"},
        ),
        needing(
            "either", "not_yes", yes=ELIGIBLE, star=STAR,
            either={"any_of": ["yes", "star"]}, not_yes={"not_met": "yes"},
        ),
        ("either",),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "yes", "star", "not_both", yes=ELIGIBLE, star=STAR,
            both={"all_of": ["yes", "star"]}, not_both={"not_met": "both"},
        ),
        needing(
            "yes", "not_both", yes=ELIGIBLE, star=STAR,
            both={"all_of": ["yes", "star"]}, not_both={"not_met": "both"},
        ),
        ("both", "yes", "star"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing("yes", "not_again", yes=ELIGIBLE, again=ELIGIBLE, not_again={"not_met": "again"}),
        needing("yes", "again", yes=ELIGIBLE, again=ELIGIBLE),
        ("yes", "again"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing("star", "main", star=STAR, main=MAIN),
        needing("star", "any", star=STAR, any={"attribute": "board", "one_of": ["main", "star"]}),
        ("star", "main"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing("no", "nor", star=STAR, main=MAIN, no={"not_met": "star"}, nor={"not_met": "main"}),
        needing("no", star=STAR, no={"not_met": "star"}),
        ("star", "main"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "large", "small",
            large={"figure": "profit", "at_least": "800"},
            small={"figure": "profit", "below": "800"},
        ),
        needing(
            "large", "small",
            large={"figure": "profit", "at_least": "800"},
            small={"figure": "profit", "at_most": "800"},
        ),
        ("large", "small"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "large", "low",
            large={"figure": "profit", "over": "800"},
            high={"figure": "profit", "over": "800"},
            low={"not_met": "high"},
        ),
        needing(
            "large", "outside",
            large={"figure": "profit", "over": "800"},
            middle={"figure": "profit", "over": "700", "below": "900"},
            outside={"not_met": "middle"},
        ),
        ("large", "high"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "small", "high",
            small={"figure": "profit", "below": "800"},
            low={"figure": "profit", "below": "800"},
            high={"not_met": "low"},
        ),
        needing(
            "small", "outside",
            small={"figure": "profit", "below": "800"},
            middle={"figure": "profit", "over": "700", "below": "900"},
            outside={"not_met": "middle"},
        ),
        ("small", "high"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "some", "more", "small",
            some={"figure": "profit", "at_least": "800"},
            more={"figure": "profit", "over": "800"},
            small={"figure": "profit", "at_most": "800"},
        ),
        needing(
            "some", "small",
            some={"figure": "profit", "at_least": "800"},
            more={"figure": "profit", "over": "800"},
            small={"figure": "profit", "at_most": "800"},
        ),
        ("more", "small"),
    ),
    Trips(
        "never_met_together",
        "awards.listed.needs",
        needing(
            "year", "stayed",
            year={"seasoning": "filed", "years": 1, "tested_on": ["moved"]},
            stayed={"absent": "moved"},
        ),
        needing(
            "year", "stayed",
            year={"seasoning": "filed", "years": 1, "tested_on": ["moved", "listed"]},
            stayed={"absent": "moved"},
        ),
        ("year", "stayed"),
    ),
    Trips(
        "beyond_the_figure",
        "awards.listed.needs",
        needing("local", local={"figure": "local", "at_least": "30"}),
        needing("local", local={"figure": "local", "at_least": "100%"}),
        ("local", "3000%", "100%"),
        ("本地比例",),
    ),
    Trips(
        "beyond_the_figure",
        "awards.listed.needs",
        needing("local", local={"figure": "local", "over": "100%"}),
        needing("local", local={"figure": "local", "over": "30%"}),
        ("100%",),
    ),
    Trips(
        "needed_and_absent",
        "awards.listed.needs",
        needing("never", never={"absent": "listed"}),
        needing("never", never={"absent": "moved"}),
        ("listed", "never"),
        ("上市",),
    ),
    Trips(
        "needed_and_absent",
        "awards.listed.needs",
        needing(
            "never", "year", never={"absent": "filed"}, year={"seasoning": "filed", "years": 1},
        ),
        needing("year", never={"absent": "filed"}, year={"seasoning": "filed", "years": 1}),
        ("filed", "never"),
    ),
    Trips(
        "needed_and_absent",
        "awards.listed.needs",
        needing("never", "soon", never={"absent": "filed"}, soon={
            "happened": "listed", "after": "filed", "within_months": 6,
        }),
        needing("soon", never={"absent": "filed"}, soon={
            "happened": "listed", "after": "filed", "within_months": 6,
        }),
        ("filed", "never"),
    ),
    Trips(
        "needed_and_absent",
        "awards.listed.needs",
        needing(
            "not_moved", "not_stayed",
            moved={"happened": "moved"}, not_moved={"not_met": "moved"},
            stayed={"absent": "moved"}, not_stayed={"not_met": "stayed"},
        ),
        needing(
            "not_moved", "not_stayed",
            moved={"happened": "moved", "last": "2024-06-30"}, not_moved={"not_met": "moved"},
            stayed={"absent": "moved"}, not_stayed={"not_met": "stayed"},
        ),
        ("moved",),
    ),
    Trips(
        "never_in_time",
        "awards.listed.needs",
        needing("early", early={"happened": "listed", "last": "2023-12-31"}),
        needing("early", "last_day", early={"happened": "listed", "last": "2024-01-01"})
        | {"conditions.last_day": {"happened": "listed", "first": "2024-12-31"}},
        ("early", "listed", "2023-12-31", "2024-01-01", "2024-12-31"),
    ),
    Trips(
        "never_in_time",
        "awards.listed.needs",
        needing("late", late={"happened": "listed", "first": "2025-01-01", "last": "2025-06-30"}),
        needing("late", late={"happened": "filed", "first": "2025-01-01", "last": "2025-06-30"}),
        ("late", "2025-01-01", "2025-06-30"),
    ),
    Trips(
        "never_in_time",
        "awards.listed.needs",
        needing("late", late={"happened": "listed", "first": "2025-01-01"}),
        needing("late", late={"happened": "listed", "first": "2025-01-01"})
        | {"in_force.last": None},
        ("late", "2025-01-01"),
    ),
    Trips(
        "nothing_ever_given",
        f"{A}.dated",
        dated(("2023-01-01", "100万元"), ("2024-01-01", "")),
        dated(("2023-01-01", "100万元"), ("2024-01-02", "")),
        ("2024-01-01", "2024-12-31"),
    ),
    Trips(
        "events_in_a_circle",
        "events.filed.after",
        {"events.filed.after": ["listed"], "events.listed.after": ["filed"]},
        {"events.moved.after": ["listed"], "events.listed.after": ["filed"]},
        ("filed → listed → filed",),
    ),
)  # fmt: skip

ALTERNATIVES = (
    Trips(
        "less_and_replaces",
        f"{A}.less",
        {A: {"topup": "300万元", "less": ["filed"]}, "awards.listed.replaces": ["filed"]},
        {A: {"topup": "300万元", "less": ["filed"]}},
        ("filed", "replaces", "less"),
        ("备案奖励",),
    ),
    Trips(
        "best_of_and_replaces",
        "best_of.one.awards",
        {"best_of.one": {"awards": ["filed", "listed"]}, "awards.listed.replaces": ["filed"]},
        {"best_of.one": {"awards": ["filed", "listed"]}},
        ("filed", "listed"),
    ),
    Trips(
        "later_by_best_of",
        "best_of.one.awards",
        {
            "best_of.one": {"awards": ["filed", "listed"]},
            "conditions.filed_last": {"happened": "filed", "after": "listed"},
            "conditions.listed_last": {"happened": "listed", "after": "filed"},
            "awards.filed.needs": ["filed_last"],
            "awards.listed.needs": ["listed_last"],
        },
        {
            "best_of.one": {"awards": ["filed", "listed"]},
            "conditions.listed_last": {"happened": "listed", "after": "filed"},
            "awards.listed.needs": ["listed_last"],
        },
        ("filed", "listed"),
    ),
    Trips(
        "replaces_in_a_chain",
        "awards.moved.replaces",
        {
            "awards.moved": {"earned_by": "moved", "amount": "1万元", "replaces": ["listed"]},
            "awards.listed.replaces": ["filed"],
        },
        {
            "awards.moved": {
                "earned_by": "moved", "amount": "1万元", "replaces": ["listed", "filed"],
            },
            "awards.listed.replaces": ["filed"],
        },
        ("listed", "filed"),
    ),
)  # fmt: skip

DAYS = (
    Trips(
        "issued_after_published",
        "document.issued",
        {"document.published": "2023-12-31"},
        {"document.published": "2024-01-01"},
        ("2024-01-01", "2023-12-31"),
    ),
    Trips(
        "reaches_back",
        "in_force.first",
        {"in_force.first": "2023-12-31"},
        {"in_force.first": "2024-01-02"},
        ("2023-12-31", "2024-01-01"),
    ),
    Trips(
        "nothing_at_first",
        f"{A}.dated[0].since",
        dated(("2024-12-31", "100万元")),
        dated(("2023-12-31", "100万元")),
        ("2024-01-01", "2024-12-30"),
    ),
    Trips(
        "nothing_at_first",
        f"{A}.dated[0].since",
        dated(("2025-03-01", "100万元")) | {"in_force.last": None},
        dated(("2024-01-01", "100万元")) | {"in_force.last": None},
        ("2024-01-01", "2025-02-28"),
    ),
    Trips(
        "nothing_at_first",
        f"{A}.dated[0].since",
        dated(("2024-03-01", "100万元"), ("2024-06-01", "50万元")),
        dated(("2024-01-01", "100万元"), ("2024-06-01", "50万元")),
        ("2024-01-01", "2024-02-29"),
    ),
    Trips(
        "value_too_late",
        f"{A}.dated[1].since",
        dated(("2024-01-01", "100万元"), ("2025-01-01", "50万元")),
        dated(("2024-01-01", "100万元"), ("2024-12-31", "50万元")),
        ("2025-01-01", "2024-12-31"),
    ),
)

RAISED: Changes = {"rate": "2%", "of": "raised"}
IN_MAY: Changes = {"happened": "raised", "first": "2024-05-01", "last": "2024-05-31"}
LARGER: Changes = {"times": [{"factor": "120%", "when": "ok"}]}
SMALLER: Changes = {"times": [{"factor": "50%", "when": "ok"}]}
OK: Changes = {"conditions.ok": ELIGIBLE}

TRAPS = (
    Trips(
        "one_day_for_all",
        f"{A}.dated",
        dated(("2024-01-01", "100万元"), ("2024-06-01", "50万元"))
        | {"awards.listed.earned_by": "raised"},
        dated(("2024-01-01", "100万元"), ("2024-06-01", "50万元")),
        chinese=("融资",),
    ),
    Trips(
        "cap_before_increase",
        f"{A}.times",
        {A: RAISED | {"cap": "100"} | LARGER} | OK,
        {A: RAISED | {"cap": "100"} | SMALLER} | OK,
    ),
    Trips(
        "all_events_count",
        "awards.listed.needs",
        {A: RAISED} | needing("in_may", in_may=IN_MAY),
        {A: RAISED} | needing("in_may", in_may=IN_MAY | {"happened": "filed"}),
        chinese=("融资",),
    ),
)

LOW = {"fixed": "3", "below": "100"}
HIGH = {"fixed": "4", "at_least": "100"}
SHARE = {"by": "local", "full_at": "60%", "short": "nothing"}
STAYS = {"absent": "moved", "tested_on": "as_of"}
FOR_FIVE_YEARS = {
    "title": "不迁出", "broken_by": ["moved"], "years": 5, "awards": ["listed"],
    "before_payment": "not_payable",
}  # fmt: skip
OF_OLD = {"title": "不迁出", "event": "moved", "years": 5, "awards": ["listed"], "share": "50%"}
MEANT_OTHERWISE = (
    Trips(
        "band_from_nothing",
        f"{A}.bands[1]",
        {A: {"bands": [HIGH, LOW], "of": "raised"}},
        {A: {"bands": [HIGH, LOW | {"at_least": "0"}], "of": "raised"}},
        ("0.00", "over = 0", "at_least = 0"),
        ("融资",),
    ),
    Trips(
        "band_from_nothing",
        f"{A}.bands[0]",
        {A: {"bands": [LOW, HIGH], "of": "staff"}},
        {A: {"bands": [LOW, HIGH], "of": "listed"}},
        ("staff",),
        ("人数",),
    ),
    Trips(
        "band_from_nothing",
        f"{A}.bands[0]",
        {A: {"bands": [{"unknown": "未列明", "below": "100"}, HIGH], "of": "raised"}},
        {A: {"bands": [{"rate": "1%", "below": "100"}, HIGH], "of": "raised"}},
    ),
    Trips(
        "scaled_over_several",
        f"{A}.scaled",
        {A: {"bands": [HIGH], "of": "raised", "applied_per": "event", "scaled": SHARE}},
        {A: {"bands": [HIGH], "of": "raised", "scaled": SHARE}},
        ("applied_per", "cap_per"),
    ),
    Trips(
        "scaled_over_several",
        f"{A}.scaled",
        {A: {"rate": "1%", "of": "raised", "cap_per": "year", "scaled": SHARE}},
        {A: {"rate": "1%", "of": "raised", "cap_per": "year"}},
    ),
    Trips(
        "parts_beyond_an_award",
        "awards.listed.of_which",
        {
            "awards.listed.amount": "100万元",
            "awards.listed.of_which": [
                {"recipient": "高管团队", "amount": "60万元"},
                {"recipient": "保荐机构", "amount": "41万元"},
            ],
        },
        {
            "awards.listed.amount": "100万元",
            "awards.listed.of_which": [
                {"recipient": "高管团队", "amount": "60万元"},
                {"recipient": "保荐机构", "amount": "40万元"},
            ],
        },
    ),
    Trips(
        "less_of_both",
        "awards.moved.amount.less",
        {
            "awards.listed.replaces": ["filed"],
            "awards.moved": {
                "earned_by": "moved",
                "amount": {"topup": "600万元", "less": ["filed", "listed"]},
            },
        },
        {
            "awards.moved": {
                "earned_by": "moved",
                "amount": {"topup": "600万元", "less": ["filed", "listed"]},
            },
        },
        ("filed", "listed"),
        ("备案奖励", "上市奖励"),
    ),
    Trips(
        "replaced_by_nothing",
        A,
        {A: {"fixed": "500万元", "scaled": SHARE}, "awards.listed.replaces": ["filed"]},
        {A: "500万元", "awards.listed.replaces": ["filed"]},
        ("filed", "best_of"),
    ),
    Trips(
        "replaced_by_nothing",
        A,
        {A: {"bands": [HIGH], "of": "listed"}, "awards.listed.replaces": ["filed"]},
        {A: {"bands": [LOW, HIGH], "of": "listed"}, "awards.listed.replaces": ["filed"]},
        ("filed",),
    ),
    Trips(
        "value_too_early",
        f"{A}.dated[0].since",
        dated(("2022-01-01", "100万元"), ("2024-01-01", "50万元")),
        dated(("2022-01-01", "100万元"), ("2024-01-02", "50万元")),
        ("2022-01-01", "2024-01-01"),
    ),
    Trips(
        "absent_for_ever",
        "awards.listed.needs",
        needing("stays", stays=STAYS) | {"undertakings.stays": FOR_FIVE_YEARS},
        needing("stays", stays=STAYS) | {"undertakings.stays": FOR_FIVE_YEARS | {"years": 0}},
        ("stays", "within_years"),
        ("迁出",),
    ),
    Trips(
        "absent_for_ever",
        "awards.listed.needs",
        needing("stays", stays=STAYS) | {"undertakings.stays": FOR_FIVE_YEARS},
        needing("stays", stays={"absent": "moved"}) | {"undertakings.stays": FOR_FIVE_YEARS},
    ),
    Trips(
        "absent_for_ever",
        "awards.listed.needs",
        needing("stays", stays=STAYS) | {"undertakings.stays": FOR_FIVE_YEARS},
        needing("stays", stays=STAYS)
        | {"undertakings.stays": FOR_FIVE_YEARS | {"awards": ["filed"]}},
    ),
    Trips(
        "repayments_of_old",
        "repayments.stays",
        {"repayments.stays": OF_OLD},
        {"undertakings.stays": FOR_FIVE_YEARS},
        (
            '[undertakings.stays], broken_by = ["moved"], called_back = "50%", '
            'before_payment = "not_payable"',
        ),
    ),
)

WORDS = "clauses.c.text"
FROM_1000 = {"figure": "profit", "at_least": "1000万元"}
FROM_3000 = {"figure": "profit", "at_least": "3000万元"}
TIERS: Changes = {
    "conditions.low": FROM_1000,
    "conditions.high": FROM_3000,
    "awards.filed.earned_by": "listed",
    "awards.filed.needs": ["low"],
    "awards.listed.needs": ["high"],
}


def worded(text: str, **changes: object) -> Changes:
    """The words of the clause, and changes to the award for listing."""
    return {WORDS: text, **{f"awards.listed.{key}": each for key, each in changes.items()}}


def read_as(text: str) -> Changes:
    """What a guide to applications says of the clause."""
    return {"clauses.c.readings": [{"item": "申报指南", "text": text}]}


BUDGET = {
    "title": "资金",
    "awards": ["listed"],
    "years": [{"year": year, "amount": "500万元"} for year in range(2020, 2030)],
    "counted_on": "event",
    "used_up": "nothing",
    "clause": "c",
}
THREE_IF_OK: Changes = {
    A: {"rate": "1%", "of": "listed", "instead": [{"when": "ok", "rate": "3%"}]},
    "conditions.ok": ELIGIBLE,
}
UNKNOWN_TOGETHER: Changes = {
    "groups.g": {"title": "合计", "cap": "unknown"},
    "awards.listed.group": "g",
    "awards.filed.group": "g",
}
TEAM: Changes = {
    A: {"rate": "2%", "of": "listed"},
    "awards.listed.of_which": [{"recipient": "团队", "share": "2.5%"}],
}
BY_THE_WORDS = (
    Trips(
        "not_in_the_words",
        f"{A}.fixed",
        worded("备案的给予100万元。"),
        worded("备案的给予100万元，上市的给予200万元。"),
        ("2,000,000.00",),
        ("第一条",),
    ),
    Trips(
        "not_in_the_words",
        f"{A}.rate",
        worded("备案100万元；按募集资金给予1%，最高50万元。")
        | {
            A: {"rate": "10%", "of": "listed", "cap": "50万元"},
            "shares.s": {
                "parts": [
                    {"level": "city", "title": "市", "share": "99%"},
                    {"level": "town", "title": "县", "share": "1%"},
                ]
            },
            "awards.listed.borne_by": "s",
        },
        worded("备案100万元；按募集资金给予百分之一，最高50万元。")
        | {A: {"rate": "1%", "of": "listed", "cap": "50万元"}},
        ("10%",),
    ),
    Trips(
        "not_in_the_words",
        "conditions.held",
        worded("备案100万元；上市满12个月的给予200万元。", needs=["held"])
        | {"conditions.held": {"seasoning": "listed", "months": 2}},
        worded("备案100万元；上市满一年的给予200万元。", needs=["held"])
        | {"conditions.held": {"seasoning": "listed", "months": 12}},
        ("2",),
    ),
    Trips(
        "not_in_the_words",
        f"{A}.instead[0].rate",
        worded("备案100万元；按募集资金给予1%，符合的提高比例。") | THREE_IF_OK,
        worded("备案100万元；按募集资金给予1%，符合的给予3%。") | THREE_IF_OK,
        ("3%",),
    ),
    Trips(
        "unknown_cap_in_words",
        f"{A}.cap",
        worded("备案100万元；按募集资金给予1%，最高100万元。")
        | {A: {"rate": "1%", "of": "listed", "cap": "unknown"}}
        | {"awards.filed.amount": {"fixed": "100万元", "upto": True}},
        worded("备案100万元；按募集资金给予1%，设有上限。")
        | {A: {"rate": "1%", "of": "listed", "cap": "unknown"}},
        ("1,000,000.00",),
    ),
    Trips(
        "unknown_cap_in_words",
        f"{A}.cap",
        worded("备案100万元；按募集资金给予1%，设有上限。")
        | read_as("上市奖励最高100万元。")
        | {A: {"rate": "1%", "of": "listed", "cap": "unknown"}},
        worded("备案100万元；按募集资金给予1%，设有上限。")
        | read_as("备案奖励100万元。")
        | {A: {"rate": "1%", "of": "listed", "cap": "unknown"}},
        ("1,000,000.00",),
    ),
    Trips(
        "unknown_cap_in_words",
        "groups.g.cap",
        worded("备案100万元；上市200万元；合计不超过300万元。") | UNKNOWN_TOGETHER,
        worded("备案100万元；上市200万元；合计不超过一定额度。") | UNKNOWN_TOGETHER,
        ("3,000,000.00",),
    ),
    Trips(
        "not_in_the_words",
        f"{A}.fixed",
        worded("备案的给予壹佰万元。"),
        worded("备案的给予壹佰万元，上市的给予二百万元。"),
        ("2,000,000.00",),
    ),
    Trips(
        "not_in_the_words",
        f"{A}.rate",
        worded("备案一百万元；按比例给予奖励，其中百分之二点五归团队。") | TEAM,
        worded("备案一百万元；按百分之二给予奖励，其中百分之二点五归团队。") | TEAM,
        ("2%",),
    ),
    Trips(
        "left_out_of_the_words",
        WORDS,
        worded("备案、上市分别给予一百、二百万元；进入创新层的，再给予三十万元。"),
        worded("备案、上市分别给予一百、二百万元；几十万元的，另议。"),
        ("300,000.00",),
    ),
    Trips(
        "calendar_year_in_words",
        "conditions.soon",
        worded("备案100万元；于下一年度申请的给予200万元。", needs=["soon"])
        | {"conditions.soon": {"applied": {"within_years": 1}}},
        worded("备案100万元；于下一年度申请的给予200万元。", needs=["soon"])
        | {"conditions.soon": {"applied": {"within_years": 1, "runs_from": "next_year"}}},
        ("下一年度", "runs_from"),
    ),
    Trips(
        "calendar_year_in_words",
        "conditions.soon",
        worded("备案100万元；备案所在年度起五年内上市的给予200万元。", needs=["soon"])
        | {"conditions.soon": {"happened": "listed", "after": "filed", "within_years": 5}},
        worded("备案100万元；备案之日起五年内上市的给予200万元。", needs=["soon"])
        | {"conditions.soon": {"happened": "listed", "after": "filed", "within_years": 5}},
        ("所在年度",),
    ),
    Trips(
        "calendar_year_in_words",
        "undertakings.stays",
        worded("备案100万元；上市的给予200万元，当年起五年内不得迁出。")
        | {"undertakings.stays": FOR_FIVE_YEARS},
        worded("备案100万元；上市的给予200万元，当年起五年内不得迁出。")
        | {"undertakings.stays": FOR_FIVE_YEARS | {"runs_from": "year"}},
        ("当年起",),
    ),
    Trips(
        "calendar_year_in_words",
        f"{A}.counted",
        worded("备案100万元；按上市当年内融资的1%给予奖励。")
        | {A: {"rate": "1%", "of": "raised", "counted": {"after": "listed", "within_years": 1}}},
        worded("备案100万元；按上市当年内融资的1%给予奖励。")
        | {A: {"rate": "1%", "of": "raised", "counted": {"before": "listed", "within_years": 1}}},
        ("当年内",),
    ),
    Trips(
        "later_rules_in_words",
        WORDS,
        worded("备案100万元；上市的给予200万元。国家、省、市有新规定的，从其规定。"),
        worded("备案100万元；上市的给予200万元。国家、省、市有新规定的，从其规定。")
        | {
            "notices": [
                {
                    "id": "later-rules",
                    "law": "上级新规定",
                    "since": "2024-01-01",
                    "awards": ["filed", "listed"],
                    "text": "国家、省、市有新规定的，从其规定。",
                }
            ]
        },
        ("从其规定", "notices"),
    ),
    Trips(
        "budget_in_words",
        WORDS,
        worded("备案100万元；上市的给予200万元，额度用完即止。"),
        worded("备案100万元；上市的给予200万元；资金由市财政安排。"),
        ("额度用完", "budgets"),
    ),
    Trips(
        "year_without_budget",
        "budgets.b.years",
        {"budgets.b": BUDGET | {"years": [{"year": 2026, "amount": "500万元"}]}},
        {"budgets.b": BUDGET},
        ("2024",),
    ),
    Trips(
        "every_year_in_words",
        WORDS,
        worded("备案100万元；上市的连续三年每年给予200万元。"),
        worded("备案100万元；上市的连续三年每年给予200万元。")
        | {"awards.listed.every_year": {"times": 3, "runs_from": "event"}},
        ("每年", "every_year"),
    ),
    Trips(
        "left_out_of_the_words",
        WORDS,
        worded("备案的给予100万元，上市的给予200万元；进入创新层的，再给予30万元。"),
        worded("备案的给予100万元，上市的给予200万元，合计300万元。"),
        ("300,000.00",),
        ("第一条",),
    ),
    Trips(
        "left_out_of_the_words",
        "clauses.c.readings[0].text",
        worded("备案的给予100万元，上市的给予200万元。") | read_as("上市的给予250万元。"),
        worded("备案的给予100万元，上市的给予奖励。") | read_as("上市的给予200万元。"),
        ("2,500,000.00",),
        ("申报指南",),
    ),
    Trips(
        "left_out_of_the_words",
        WORDS,
        worded("备案、上市分别给予100、200万元，由市级承担60%。"),
        worded("备案、上市分别给予100、200万元，在县域的上浮20%。", needs=[])
        | {
            A: {"fixed": "200万元", "times": [{"factor": "120%", "when": "ok"}]},
            "conditions.ok": ELIGIBLE,
        },
        ("60%",),
    ),
    Trips(
        "ceiling_in_full",
        A,
        worded("备案100万元；上市的给予最高200万元奖励。"),
        worded(
            "备案100万元；上市的给予最高200万元奖励。", amount={"fixed": "200万元", "upto": True}
        ),
        ("2,000,000.00", "upto = true"),
    ),
    Trips(
        "no_part_in_the_words",
        f"{A}.above",
        worded("备案100万元；募集5000万元以上的，按1%给予奖励。")
        | {A: {"rate": "1%", "of": "listed", "above": "5000万元"}},
        worded("备案100万元；募集超过5000万元的部分，按1%给予奖励。")
        | {A: {"rate": "1%", "of": "listed", "above": "5000万元"}},
        ("at_least",),
    ),
    Trips(
        "tiers_all_given",
        "awards.listed",
        TIERS,
        TIERS | {"awards.listed.replaces": ["filed"]},
        ("30,000,000.00", "replaces"),
    ),
)

TEXT = "clauses.c.text"
CAP_ALONE = {"cap": "560万元", "clause": "c"}
BESIDE_OTHERS = (
    Trips(
        "relation_not_said",
        "clauses.c",
        {TEXT: "给予奖励，与市级同类政策就高不重复享受。"},
        {
            TEXT: "给予奖励，与市级同类政策就高不重复享受。",
            "beside.any": {"how": "higher_only", "clause": "c"},
        },
        ("beside",),
        ("第一条", "就高"),
    ),
    Trips(
        "relation_not_said",
        "clauses.c",
        {TEXT: "给予奖励，各级奖励合计最高按标准执行，由市级补足差额。"},
        {TEXT: "给予奖励，多个交易所上市的，不重复资助。"},
        ("beside",),
        ("第一条",),
    ),
    Trips(
        "adds_up_against_the_words",
        "beside.any",
        {
            TEXT: "给予奖励，与市级同类政策不重复享受。",
            "beside.any": {"how": "adds_up", "clause": "c"},
        },
        {
            TEXT: "给予奖励，可与市级同类政策累加。",
            "beside.any": {"how": "adds_up", "clause": "c"},
        },
        ("不重复",),
        ("第一条",),
    ),
    Trips(
        "relation_not_said",
        "clauses.c",
        {TEXT: "给予奖励，已获得省级同类奖励的，市级不再奖励。"},
        {TEXT: "给予奖励，各级奖励合计最高按标准执行，超过部分不再给予。", "beside.any": CAP_ALONE},
        ("beside",),
        ("第一条", "不再奖励"),
    ),
    Trips(
        "words_say_otherwise",
        "beside.any.how",
        {
            TEXT: "给予奖励，已获上级奖励的，由市级补足差额。",
            "beside.any": {"how": "other_only", "clause": "c"},
        },
        {
            TEXT: "给予奖励，已获上级奖励的，不再给予。",
            "beside.any": {"how": "other_only", "clause": "c"},
        },
        ("set_off", "other_only"),
        ("差额",),
    ),
    Trips(
        "higher_against_the_words",
        "beside.any",
        {
            TEXT: "给予奖励，已享受上级奖励的，不再享受。",
            "beside.any": {"how": "higher_only", "clause": "c"},
        },
        {
            TEXT: "给予奖励，与上级奖励就高执行，已享受的不再享受。",
            "beside.any": {"how": "higher_only", "clause": "c"},
        },
        ("other_only",),
        ("第一条", "不再享受"),
    ),
)

RULES = (
    *BY_THE_WORDS,
    *UNSAID,
    *OF_EVENTS,
    *OF_DAYS_AND_TIMES,
    *BESIDE_OTHERS,
    *BANDS,
    *AMOUNTS,
    *CAPS,
    *REACH,
    *ALTERNATIVES,
    *DAYS,
    *TRAPS,
    *MEANT_OTHERWISE,
)
