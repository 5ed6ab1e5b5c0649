"""Settings of an office: what its form asks, and the titles and signatures of what it hands in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from listing_rewards.errors import InvalidCase, InvalidFile, Lang, ListingRewardsError, fault
from listing_rewards.files.reading.cell_values import cell_day
from listing_rewards.files.reading.columns import ROLES
from listing_rewards.files.streams import toml_in
from listing_rewards.files.writing.form import BESIDE
from listing_rewards.words import say


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office adds to the form and to the tables that it hands in.

    A title that is empty is made from the policy; another line that is empty is left to be written
    by hand. Of the form, what is not stated is as usual, and what is empty is left out.

    Attributes:
        form_title: of the application form.
        form_columns: what the form asks besides, with commas between.
        declaration: what the applicant declares.
        county_review: the heading of the county's review.
        city_review: the heading of the city's review.
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

    form_title: str = ""
    form_columns: str | None = None
    declaration: str | None = None
    county_review: str | None = None
    city_review: str | None = None
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
_ASKED = tuple(role for role in ROLES if role != "remark")
_DAYS = ("first_day", "last_day", "date")


def read_settings(name: str) -> Settings:
    """The settings in a TOML file; days are kept as ``2026-01-05``.

    Raises:
        InvalidFile: it is no TOML, has another field, a value that is no text or day, or a period
            that ends before it begins.
    """
    stated = toml_in(name)
    try:
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
    if name == "form_columns":
        return name, _columns_asked(text)
    return name, cell_day(text).isoformat() if text and name in _DAYS else text


def _columns_asked(text: str) -> str:
    """The columns that a form is to have, as they are known."""
    roles = [each.strip() for each in re.split("[,，、]", text) if each.strip()]
    unknown = [each for each in roles if each not in _ASKED]
    if unknown:
        raise InvalidCase(fault("unknown_key", unknown[0], accepted=_ASKED, path="form_columns"))
    return ", ".join(roles)


def settings_text(lang: Lang) -> str:
    """The file as `template` writes it: every setting, empty, with what it is for.

    >>> "office = " in settings_text("zh")
    True
    """
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    usual = {
        "form_columns": ", ".join(BESIDE),
        "declaration": say("form.declared", lang),
        "county_review": say("form.sealed", lang, "county"),
        "city_review": say("form.sealed", lang, "city"),
        "objections": say("hand_in.objections", lang),
    }
    yield f"# {say('settings.head', lang)}"
    yield ""
    for name in _NAMES:
        value = usual.get(name, "")
        yield f"# {say('settings.of', lang, name)}"
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
