"""An answer or a comparison as a piece of HTML, as a notebook shows it under a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from listing_rewards.assessment.in_words import AnswerInWords, AwardInWords, Reason
from listing_rewards.comparison.effects import Comparison, Effect
from listing_rewards.errors import Lang, language
from listing_rewards.report.in_words import tagged
from listing_rewards.values.money import write_yuan
from listing_rewards.values.range import Bounds
from listing_rewards.words import say

MOST_ROWS = 20
"""So many rows a piece shows; behind them it says how many there are."""
_TABLE = '<table style="border-collapse:collapse;text-align:left">'
_CELL = "padding:.2em .7em .2em 0;text-align:left;vertical-align:top;border-bottom:1px solid #bbb"


def answer_piece(words: AnswerInWords) -> str:
    """An answer: the total, one row per award, why each applies, and what is missing."""
    lang = words.lang
    heads = [
        say(key, lang)
        for key in ("page.award", "page.status", "page.entitled", "page.paid", "page.payable")
    ]
    rows = [
        (each.title, each.status_in_words, each.entitled, each.paid, each.payable)
        for each in words.awards
    ]
    parts = [
        paragraph(f"{words.enterprise} · {words.title} · {words.as_of}"),
        *(f"<p><strong>{escape(each)}</strong></p>" for each in words.totals),
        table(heads, rows),
        *(_reasons(words, each) for each in words.awards if each.applies),
        *_listed("page.needs", [each.sentence for each in words.needs], lang),
        *_listed("page.notices", words.notices, lang),
        *_listed("page.remarks", words.remarks, lang),
    ]
    return piece(parts, lang)


def comparison_piece(comparison: Comparison, lang: Lang = "en") -> str:
    """A comparison: how many gain and lose, and one row per enterprise that changes."""
    language(lang)
    first, second = comparison.policies
    effects: tuple[Effect, ...] = ("gains", "loses", "same", "open")
    counts = {each: len(comparison.having(each)) for each in effects}
    head = say(
        "comparison.head",
        lang,
        a=first,
        b=second,
        day=comparison.as_of,
        n=len(comparison.enterprises),
    )
    rows = [
        (each.enterprise.name, say("notebook.effect", lang, each.effect), *ends)
        for each in comparison.enterprises
        if each.effect != "same"
        for ends in [(_amount(each.before, lang), _amount(each.after, lang))]
    ]
    heads = (say("page.enterprise", lang), say("notebook.effect_head", lang), first, second)
    whole = (say("results.total", lang), "", *_both(comparison, lang))
    parts = [
        paragraph(head),
        f"<p><strong>{escape(say('comparison.counts', lang, **counts))}</strong></p>",
        table(heads, [whole, *rows]),
    ]
    return piece(parts, lang)


def _both(comparison: Comparison, lang: Lang) -> tuple[str, str]:
    return _amount(comparison.before, lang), _amount(comparison.after, lang)


def _amount(amount: Bounds, lang: Lang) -> str:
    """Yuan, or both ends of a range."""
    least = say("values.yuan", lang, amount=write_yuan(amount.at_least))
    if amount.determined:
        return least
    if amount.at_most is None:
        return say("values.no_limit", lang, least=least)
    most = say("values.yuan", lang, amount=write_yuan(amount.at_most))
    return say("values.between", lang, least=least, most=most)


def piece(parts: Iterable[str], lang: Lang) -> str:
    """Parts of HTML as one piece in its language."""
    html_lang = "zh-CN" if lang == "zh" else "en"
    return f'<div lang="{html_lang}" class="listing-rewards">{"".join(parts)}</div>'


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of texts; of many rows the first, and how many there are.

    >>> table(["a"], [["<b>"]]).count("&lt;b&gt;")
    1
    """
    shown = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:MOST_ROWS])
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(each)}</th>' for each in heads)
    more = ""
    if len(rows) > MOST_ROWS:
        more = f'<tr><td style="{_CELL}" colspan="{len(heads)}">… ({len(rows)})</td></tr>'
    return f"{_TABLE}<thead><tr>{head}</tr></thead><tbody>{shown}{more}</tbody></table>"


def _cell(text: str) -> str:
    return f'<td style="{_CELL}">{escape(text)}</td>'


def paragraph(text: str) -> str:
    """A paragraph of a text."""
    return f"<p>{escape(text)}</p>"


def _reasons(words: AnswerInWords, award: AwardInWords) -> str:
    """Why an award applies or may, and how its amount comes about, folded up."""
    checks = "".join(f"<li>{escape(each)}</li>" for each in _checks(words, award.reasons))
    steps = "".join(f"<li>{escape(tagged(words, each))}</li>" for each in award.steps)
    return (
        f"<details><summary>{escape(award.title)}</summary>"
        f"<ul>{checks}</ul><ol>{steps}</ol></details>"
    )


def _checks(words: AnswerInWords, reasons: Iterable[Reason]) -> Iterator[str]:
    for each in reasons:
        yield f"{each.truth_in_words} · {tagged(words, each)}"
        yield from _checks(words, each.parts)


def _listed(key: str, sentences: Sequence[str], lang: Lang) -> Iterator[str]:
    if sentences:
        items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
        yield f"<p>{escape(say(key, lang))}</p><ul>{items}</ul>"
