"""A list of screenings as tables: the list, counties, conditions, the standard, what changed."""

from __future__ import annotations

from collections.abc import Sequence

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.lists import CountyCount, Movement, ScreeningList, by_county
from listing_rewards.plan.screening import READINESS, Screening
from listing_rewards.plan.sentences import Sentences
from listing_rewards.policy.standards import Standard

_LIST = (
    *("rank", "name", "uscc", "county", "readiness", "not_met", "open", "short", "needs"),
    *("at_issue", "remark"),
)
_CONDITIONS = ("rank", "name", "condition", "outcome", "short", "clause")
_STANDARD = ("condition", "clause", "confidence", "verified")
_MOVEMENTS = ("name", "county", "moved", "before", "after", "because")


def list_table(found: ScreeningList, standard: Standard, lang: Lang) -> Table:
    """The ranked list, one row per enterprise: how ready it is, what is short, what to state."""
    sentences = Sentences(standard, lang)
    rows = [_row(rank, each, sentences) for rank, each in enumerate(found.screenings, 1)]
    return _table("list", _LIST, rows, sentences, frozen="C2")


def _row(rank: int, screening: Screening, sentences: Sentences) -> list[Value]:
    who, left = screening.enterprise, screening.left()
    short = [each for each in left if each.outcome == "not_met"]
    needs = [each for each in left if each.outcome in {"unknown", "not_evaluated"}]
    waits = [each for each in left if each.outcome == "at_issue"]
    general = len(screening.general)
    remark = sentences.say("plan.rests_on_general", n=general) if general else ""
    return [
        rank,
        who.name,
        who.uscc or "",
        who.county or "",
        sentences.say("plan.readiness", screening.readiness),
        len(screening.short),
        len(screening.open),
        "\n".join(dict.fromkeys(sentences.standing(screening, short))),
        "\n".join(dict.fromkeys(_to_state(needs, sentences))),
        sentences.words.listing(
            dict.fromkeys(sentences.need(n) for each in waits for n in each.needs)
        ),
        remark,
    ]


def _to_state(findings: Sequence[ConditionFinding], sentences: Sentences) -> list[str]:
    """What would settle some conditions; of one that no fact would settle, why."""
    return [
        said
        for each in findings
        for said in (map(sentences.need, each.needs) if each.needs else [sentences.far(each)])
    ]


def county_table(found: ScreeningList, standard: Standard, lang: Lang) -> Table:
    """How many enterprises of each county are how ready, and of all together."""
    sentences = Sentences(standard, lang)
    counts = by_county(found)
    rows = [_county_row(each, sentences) for each in counts]
    readinesses = [each.readiness for each in found.screenings]
    whole = CountyCount("", *(readinesses.count(each) for each in READINESS))
    rows.append([sentences.say("plan.total"), *_county_row(whole, sentences)[1:]])
    headers = [sentences.say("plan.column", "county")]
    headers += [sentences.say("plan.readiness", each) for each in READINESS]
    headers.append(sentences.say("plan.column", "all"))
    return Table(sentences.say("plan.sheet", "counties"), headers, rows)


def _county_row(count: CountyCount, sentences: Sentences) -> list[Value]:
    counts = [getattr(count, each) for each in READINESS]
    return [count.county or sentences.say("plan.no_county"), *counts, count.all]


def condition_table(found: ScreeningList, standard: Standard, lang: Lang) -> Table:
    """Each condition of each enterprise: how it came out, how far it is off."""
    sentences = Sentences(standard, lang)
    rows: list[list[Value]] = []
    for rank, screening in enumerate(found.screenings, 1):
        for top in screening.findings:
            for each in top.leaves():
                clause, _, _ = sentences.ground(each.condition)
                rows.append([
                    rank,
                    screening.enterprise.name,
                    _named(top, each, sentences),
                    sentences.say("plan.outcome", each.outcome),
                    "" if each.outcome == "met" else sentences.far(each),
                    clause,
                ])  # fmt: skip
    return _table("conditions", _CONDITIONS, rows, sentences, frozen="C2")


def _named(top: ConditionFinding, leaf: ConditionFinding, sentences: Sentences) -> str:
    """A condition by what it asks, behind the alternatives that it is one of."""
    asked = sentences.condition(leaf.condition)
    if top is leaf:
        return asked
    part = next((each for each in top.parts if leaf in each.leaves()), leaf)
    names = [sentences.condition(top.condition)]
    if part is not leaf:
        names.append(sentences.condition(part.condition))
    return " / ".join([*names, asked])


def standard_table(standard: Standard, lang: Lang) -> Table:
    """Each condition of the standard: its clause, how its number is known, who signed for it."""
    sentences = Sentences(standard, lang)
    rows: list[list[Value]] = [
        [sentences.asked(name), *sentences.ground(name)] for name in standard.leaves
    ]
    return _table("standard", _STANDARD, rows, sentences)


def movement_table(movements: Sequence[Movement], standard: Standard, lang: Lang) -> Table:
    """What changed since the list before, and by which conditions."""
    sentences = Sentences(standard, lang)
    rows: list[list[Value]] = [
        [
            each.enterprise.name,
            each.enterprise.county or "",
            sentences.say("plan.moved", each.moved),
            sentences.say("plan.readiness", each.before) if each.before else "",
            sentences.say("plan.readiness", each.after) if each.after else "",
            "\n".join(
                sentences.say(
                    "plan.turn",
                    what=_condition(turn.condition, sentences),
                    before=sentences.say("plan.outcome", turn.before),
                    after=sentences.say("plan.outcome", turn.after),
                )
                for turn in each.because
            ),
        ]
        for each in movements
    ]
    return _table("movements", _MOVEMENTS, rows, sentences)


def _condition(name: str, sentences: Sentences) -> str:
    """A condition by its words; of another version of the standard, by its name."""
    return sentences.condition(name) if name in sentences.standard.conditions else name


def _table(
    sheet: str,
    columns: Sequence[str],
    rows: list[list[Value]],
    sentences: Sentences,
    frozen: str = "A2",
) -> Table:
    headers = [sentences.say("plan.column", each) for each in columns]
    return Table(sentences.say("plan.sheet", sheet), headers, rows, frozen=frozen)
