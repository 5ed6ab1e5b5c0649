"""Reads a page back: as XML, which is stricter than a browser."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from listing_rewards import Assessment
from listing_rewards.errors import Lang
from listing_rewards.report.page import page

LANGS: tuple[Lang, ...] = ("en", "zh")


def tree_of(answer: Assessment, lang: Lang = "zh", *, digest: str | None = None) -> ET.Element:
    """The page of an answer as a tree; raises where it is not well-formed."""
    return ET.fromstring(page(answer, lang, digest=digest))  # noqa: S314  (our own page)


def text_of(element: ET.Element) -> str:
    """What is written in an element, styles aside, with single blanks."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: ET.Element) -> list[str]:
    found = [element.text or ""] if element.tag != "style" else []
    for child in element:
        found += [*_texts(child), child.tail or ""]
    return found
