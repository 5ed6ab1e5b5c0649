"""The page put together: what it says, and the template that says where."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from listing_rewards.assessment import Assessment
from listing_rewards.errors import Lang, ListingRewardsError, fault
from listing_rewards.report.in_words import put_into_words, tagged
from listing_rewards.report.page.bars import bars
from listing_rewards.report.page.signing import foot, signing
from listing_rewards.report.page.signs import visible
from listing_rewards.report.page.tables import (
    award_rows,
    happenings,
    headline,
    other_facts,
    other_totals,
    particulars,
    total_row,
)
from listing_rewards.report.page.timeline import timeline
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.money import exact

if TYPE_CHECKING:
    from jinja2 import Environment

HTML_LANG = {"en": "en", "zh": "zh-CN"}
"""The languages as HTML names them."""


@exact
def page(assessment: Assessment, lang: Lang = "en", *, digest: str | None = None) -> str:
    """An assessment as a page to print and sign: HTML that needs no script and no network.

    It is also well-formed XML. The same assessment, language and digest give the same text.

    Args:
        assessment: the answer, from `assess`.
        lang: the language of the page.
        digest: the digest of the assessment's record; where it is given, its first digits stand at
            the foot of every sheet, and all of it in the box to be signed.

    Raises:
        ListingRewardsError: the extra ``report`` is not installed.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
    ... })
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> "人民币陆万元整" in page(answer, "zh")
    True
    """
    context = context_of(assessment, lang)
    words = context["words"]
    template = environment().get_template("page.html")
    return template.render(
        lang=HTML_LANG[lang],
        digest=digest,
        foot=foot(words, digest),
        signing=signing(words),
        **context,
    )


@exact
def context_of(assessment: Assessment, lang: Lang) -> dict[str, Any]:
    """What the sections of the page need, by the names under which the templates know it."""
    words = Phrasing(assessment, lang)
    answer = put_into_words(words)
    return {
        "words": words,
        "say": words.say,
        "answer": assessment,
        "in_words": answer,
        "tagged": partial(tagged, answer),
        "particulars": particulars(words),
        "headline": headline(words),
        "other_totals": [*other_totals(words)],
        "timeline": timeline(words),
        "happenings": happenings(words),
        "other_facts": other_facts(words),
        "bars": bars(words),
        "award_rows": award_rows(words),
        "numbers": {each.award: n for n, each in enumerate(answer.awards, start=1)},
        "total_row": total_row(words),
        "lists": [
            ("page.needs", [each.sentence for each in answer.needs]),
            ("page.exposures", answer.exposures),
            ("page.notices", answer.notices),
            ("page.remarks", answer.remarks),
            ("page.sources", [*(each.sentence for each in answer.clauses), *answer.not_seen]),
        ],
    }


@cache
def environment(package: str | None = None) -> Environment:
    """The templates of this package; whatever they print is escaped, and every sign visible.

    Args:
        package: another package whose templates are looked through first.

    Raises:
        ListingRewardsError: the extra ``report`` is not installed.
    """
    try:
        from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    except ModuleNotFoundError:
        raise ListingRewardsError(fault("missing_extra", "report", extra="report")) from None
    names = [name for name in (package, __package__) if name]
    return Environment(
        loader=ChoiceLoader([*map(PackageLoader, names)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=visible,
    )
