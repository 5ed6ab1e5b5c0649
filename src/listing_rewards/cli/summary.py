"""The answers as a table on a terminal, and what became of every row."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table

from listing_rewards.assessment import Assessment
from listing_rewards.cli.run import Run
from listing_rewards.cli.terminal import tell
from listing_rewards.errors import Lang
from listing_rewards.files.enterprises import with_digits
from listing_rewards.files.outcomes import Outcome, Tally
from listing_rewards.values.money import write_yuan
from listing_rewards.values.range import Bounds
from listing_rewards.words import say

_SHOWN = 5
_COLUMNS = ("enterprise", "payable", "at_most", "withheld", "paid", "overpaid", "notes")
_AMOUNTS = frozenset({"payable", "at_most", "withheld", "paid", "overpaid"})


def summarise(tally: Tally, lang: Lang) -> None:
    """What became of every row, on standard error."""
    most = ""
    if tally.payable_at_most != tally.payable:
        most = say("summary.summary_most", lang, most=most_of(tally.payable_at_most, lang))
    tell(
        say(
            "summary.summary",
            lang,
            read=tally.read,
            assessed=tally.assessed,
            open=tally.open,
            faulty=tally.faulty,
            payable=write_yuan(tally.payable),
            most=most,
        )
    )
    if not tally.withheld.nothing:
        tell(say("summary.summary_withheld", lang, amount=withheld_of(tally.withheld, lang)))
    if tally.assumed:
        tell(say("summary.summary_assumed", lang, n=tally.assumed))
    _layout(tally, lang)
    for far in tally.unlikely.far():
        yuan = write_yuan(far.yuan)
        tell(say("summary.far_amount", lang, place=far.place, of=far.of, amount=yuan))
    for huge in tally.unlikely.huge:
        yuan = write_yuan(huge.yuan)
        tell(say("summary.huge_amount", lang, place=huge.place, of=huge.of, amount=yuan))
    for small in tally.unlikely.small:
        yuan = write_yuan(small.yuan)
        tell(say("summary.small_award", lang, place=small.place, of=small.of, amount=yuan))
    unseen = tally.doubtful
    for place, code in tally.doubtful_codes[:_SHOWN]:
        unseen -= 1
        tell(say("summary.bad_code", lang, place=place, code=code) + _meant(code, lang))
    if unseen:
        tell(say("summary.more", lang, n=unseen))


def _meant(code: str, lang: Lang) -> str:
    """Which code is probably meant, where a letter stands for a digit."""
    meant = with_digits(code)
    return say("summary.meant_code", lang, code=meant) if meant else ""


def _layout(tally: Tally, lang: Lang) -> None:
    """What of a workbook was not read, and what was read although it is hidden."""
    if tally.aside:
        tell(say("summary.aside", lang, n=len(tally.aside)))
        for kind, place, said in tally.aside:
            words = f" “{said}”" if said else ""
            tell("  " + say("summary.aside_of", lang, kind, place=place) + words)
    if tally.remarks:
        tell(say("summary.remarks", lang, n=len(tally.remarks)))
        for place, said in tally.remarks:
            tell(f"  {place} “{said}”")
    for place in tally.wrapped:
        tell(say("summary.wrapped", lang, place=place))
    if tally.dashes:
        tell(say("summary.dashes", lang, n=tally.dashes))
    for key, places in (
        ("summary.hidden_rows", tally.hidden),
        ("summary.hidden_columns", tally.hidden_columns),
    ):
        if places:
            tell(say(key, lang, places=_few(places)))


def _few(places: list[str]) -> str:
    return ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")


def show_answers(outcomes: Iterable[Outcome], run: Run) -> None:
    """The answers as a table, one row per enterprise; an amount is never cut short."""
    tally, lang = run.tally, run.lang
    rows = [_cells(each.assessment, lang) for each in outcomes if each.assessment is not None]
    open_ended = tally.payable_at_most != tally.payable
    foot = {
        "enterprise": say("terminal.total", lang),
        "payable": write_yuan(tally.payable),
        "at_most": most_of(tally.payable_at_most, lang) if open_ended else "",
        "withheld": withheld_of(tally.withheld, lang),
        "paid": write_yuan(tally.paid) if tally.paid else "",
        "overpaid": write_yuan(tally.overpaid) if tally.overpaid else "",
    }
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, show_footer=True, caption=say("terminal.unit", lang)
    )
    always = {"enterprise", "payable"}
    shown = [key for key in _COLUMNS if key in always or any(row[key] for row in rows)]
    for key in shown:
        cells = [say("terminal.column", lang, key), foot.get(key, ""), *(row[key] for row in rows)]
        if key in _AMOUNTS:
            width = max(map(cell_len, cells))
            table.add_column(
                cells[0], footer=cells[1], justify="right", no_wrap=True, min_width=width
            )
        else:
            table.add_column(cells[0], footer=cells[1], overflow="fold", min_width=10)
    for row in rows:
        table.add_row(*(row[key] for key in shown))
    console = Console(markup=False)
    narrowest = Measurement.get(console, console.options.update(max_width=1000), table).minimum
    if narrowest > console.width:
        console = Console(width=narrowest, markup=False)
    console.print(table)


def _cells(answer: Assessment, lang: Lang) -> dict[str, str]:
    kinds: list[str] = [remark.kind for remark in answer.remarks]
    counts = {
        "needs": len(answer.needs),
        "assumed": len(answer.assumptions),
        "notices": len(answer.notices) + kinds.count("notice_at_payment"),
        "uncounted": sum(map(kinds.count, ("event_later", "payment_later", "payment_elsewhere"))),
    }
    overpaid = answer.overpaid.at_least
    return {
        "enterprise": answer.case.enterprise.name,
        "payable": write_yuan(answer.payable),
        "at_most": "" if answer.determined else most_of(answer.payable_at_most, lang),
        "withheld": withheld_of(answer.withheld, lang),
        "paid": write_yuan(answer.paid) if answer.paid else "",
        "overpaid": write_yuan(overpaid) if overpaid else "",
        "notes": say("terminal.joint", lang).join(
            say("terminal.note", lang, key, n=count) for key, count in counts.items() if count
        ),
    }


def withheld_of(withheld: Bounds, lang: Lang) -> str:
    """What a notice holds back, at the most; empty where it holds back nothing."""
    return "" if withheld.nothing else most_of(withheld.at_most, lang)


def most_of(amount: Decimal | None, lang: Lang) -> str:
    """The upper end of a range; in words where there is none."""
    return say("terminal.no_limit", lang) if amount is None else write_yuan(amount)
