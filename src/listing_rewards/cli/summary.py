"""What became of every row, told at the end on standard error."""

from __future__ import annotations

from listing_rewards.cli.screen import SHOWN, held, most_of, tell
from listing_rewards.errors import Lang
from listing_rewards.files.outcomes import Tally
from listing_rewards.money import write_yuan
from listing_rewards.words import say


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
        tell(say("summary.summary_withheld", lang, amount=held(tally.withheld, lang)))
    if tally.assumed:
        tell(say("summary.summary_assumed", lang, n=tally.assumed))
    _layout(tally, lang)
    told, unseen = 0, tally.doubtful
    for code, places in tally.enterprises.twice():
        told += 1
        if told <= SHOWN:
            tell(say("summary.same_code", lang, code=code, rows=_few(places)))
    for place, code in tally.doubtful_codes[: max(SHOWN - told, 0)]:
        unseen -= 1
        tell(say("summary.bad_code", lang, place=place, code=code))
    if more := max(told - SHOWN, 0) + unseen:
        tell(say("summary.more", lang, n=more))


def _layout(tally: Tally, lang: Lang) -> None:
    """What of a workbook was not read, and what was read although it is hidden."""
    if tally.aside:
        asides = [say("summary.aside_of", lang, kind, place=place) for kind, place in tally.aside]
        tell(say("summary.aside", lang, what=_few(asides)))
    for key, places in (
        ("summary.hidden_rows", tally.hidden),
        ("summary.hidden_columns", tally.hidden_columns),
    ):
        if places:
            tell(say(key, lang, places=_few(places)))


def _few(places: list[str]) -> str:
    return ", ".join(places[:SHOWN]) + (" …" if len(places) > SHOWN else "")
