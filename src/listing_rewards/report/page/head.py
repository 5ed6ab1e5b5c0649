"""Who and what the page is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from listing_rewards.report.phrasing import Phrasing

_OFFICIAL = ("http://", "https://")


class Particular(NamedTuple):
    """One line of the head.

    Attributes:
        label: what it is.
        text: what it says.
        link: the address it leads to; empty where it leads nowhere.
    """

    label: str
    text: str
    link: str = ""


def particulars(words: Phrasing) -> list[Particular]:
    """The enterprise, the document and the day asked for; what is not stated is left out."""
    return [
        Particular(words.say(key), str(value), link_to(value) if key == "page.url" else "")
        for key, value in _stated(words)
        if value is not None
    ]


def _stated(words: Phrasing) -> Iterator[tuple[str, object]]:
    policy, enterprise = words.policy, words.answer.case.enterprise
    document = policy.document
    yield "page.enterprise", enterprise.name
    yield "page.uscc", enterprise.uscc
    yield "page.county", enterprise.county
    yield "page.document", words.say("page.titled", title=words.text(document.title))
    yield "page.issuer", words.text(document.issuer)
    yield "page.number", document.number
    yield "page.issued", document.issued
    yield "page.url", document.url
    yield "page.policy_id", policy.id
    yield "page.in_force", _days(words)
    yield "page.as_of", words.answer.as_of


def _days(words: Phrasing) -> str:
    days = words.policy.in_force
    text = words.say(
        "checks.days" if days.end else "checks.days_open", first=days.first, last=days.end
    )
    if days.repealed is not None:
        text += words.say("page.repealed")
    return text + words.part_source("in_force")


def link_to(address: object) -> str:
    """The address as a link; nothing where it is no address of a site.

    >>> link_to("https://www.example.gov.cn/a"), link_to("javascript:alert(1)")
    ('https://www.example.gov.cn/a', '')
    """
    text = str(address)
    return text if text.lower().startswith(_OFFICIAL) else ""
