"""A page of the plan to print, in the design of the page that is signed."""

from __future__ import annotations

from typing import Any, NamedTuple

from listing_rewards.errors import Lang
from listing_rewards.report.page.compose import HTML_LANG, environment
from listing_rewards.version import __version__
from listing_rewards.words import say


class Shown(NamedTuple):
    """A table as a page shows it: headers, which columns are numbers, rows of texts."""

    headers: list[str]
    numbers: list[bool]
    rows: list[list[str]]


def sheet(template: str, lang: Lang, **parts: Any) -> str:
    """A page as HTML that needs no script and no network.

    Args:
        template: the name of its template, which extends ``sheet.html``.
        lang: the language of the page.
        parts: what the template shows: ``title``, ``particulars``, ``now``, ``headline`` and
            ``no_decision`` on every page, and what it has besides.

    Raises:
        ListingRewardsError: the extra ``report`` is not installed.
    """

    def speak(key: str, /, *variant: str, **values: object) -> str:
        return say(key, lang, *variant, **values)

    found = environment(__package__).get_template(template)
    return found.render(lang=HTML_LANG[lang], say=speak, version=__version__, **parts)
