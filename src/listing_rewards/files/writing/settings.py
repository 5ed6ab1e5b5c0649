"""Settings of the tables that an office hands in: titles, period, contact, signature."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from listing_rewards.errors import InvalidCase, InvalidFile, Lang, ListingRewardsError, fault
from listing_rewards.files.reading.cell_values import cell_day
from listing_rewards.files.streams import open_text
from listing_rewards.policy.toml import read_toml
from listing_rewards.words import say


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office adds to the tables; empty where a line is left to be written by hand.

    Attributes:
        title: of the publication table; empty for one made from the policy.
        payment_title: of the payment table.
        county_title: of the table by county.
        first_day: of the publication.
        last_day: of the publication, included.
        objections: how to object.
        contact: who answers questions.
        phone: the telephone.
        address: the address.
        office: who signs.
        date: the day of the signature.
    """

    title: str = ""
    payment_title: str = ""
    county_title: str = ""
    first_day: str = ""
    last_day: str = ""
    objections: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    office: str = ""
    date: str = ""


NO_SETTINGS = Settings()
_NAMES = tuple(each.name for each in fields(Settings))
_DAYS = ("first_day", "last_day", "date")


def read_settings(name: str) -> Settings:
    """The settings in a TOML file; days are kept as ``2026-01-05``.

    Raises:
        InvalidFile: it is no TOML, has another field, a value that is no text or day, or a period
            that ends before it begins.
    """
    with open_text(name) as text:
        try:
            stated = read_toml(text.read().replace("\r\n", "\n"))
            read = dict(map(_read, stated.items()))
        except ListingRewardsError as error:
            raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None
    found = Settings(**read)
    if found.first_day and found.last_day and found.last_day < found.first_day:
        wrong = fault(
            "period_ends_before_it_begins", found.last_day, first=found.first_day, path="last_day"
        )
        raise InvalidFile(wrong.at(file=name))
    return found


def _read(entry: tuple[str, object]) -> tuple[str, str]:
    """One setting, as text."""
    name, value = entry
    if name not in _NAMES:
        raise InvalidCase(fault("unknown_key", name, accepted=_NAMES, path=name))
    if isinstance(value, date) and name in _DAYS:
        return name, value.isoformat()
    if not isinstance(value, str):
        raise InvalidCase(fault("setting_is_no_text", name, path=name))
    text = value.strip()
    return name, cell_day(text).isoformat() if text and name in _DAYS else text


def settings_text(lang: Lang) -> str:
    """The file as `template` writes it: every setting, empty, with what it is for.

    >>> "office = " in settings_text("zh")
    True
    """
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    yield f"# {say('settings.head', lang)}"
    yield ""
    for name in _NAMES:
        value = say("hand_in.objections", lang) if name == "objections" else ""
        yield f"# {say('settings.of', lang, name)}"
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
