"""The form in which a document that is kept is written: a case, a policy or an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listing_rewards.errors import Fault, ListingRewardsError, fault
from listing_rewards.version import __version__

SCHEMA_VERSION = 1
"""The form that this version reads and writes; a document that names none has it."""
KEY = "schema_version"


def of_known_form(document: Any, error: type[ListingRewardsError]) -> Any:
    """The document without its ``schema_version``; anything else is left as it is.

    Args:
        document: what was written.
        error: what is raised where it is of a later form than this version reads, or of none.

    >>> of_known_form({"schema_version": 1, "id": "a"}, ListingRewardsError)
    {'id': 'a'}
    """
    if not isinstance(document, Mapping) or KEY not in document:
        return document
    form = document[KEY]
    if type(form) is int and form > SCHEMA_VERSION:
        raise error(fault("newer_form", form, path=KEY, known=SCHEMA_VERSION, ours=__version__))
    if type(form) is not int or form < SCHEMA_VERSION:
        raise error(fault("no_form", repr(form), path=KEY, known=SCHEMA_VERSION))
    return {name: value for name, value in document.items() if name != KEY}


def of_another_version(answer: object, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Why an answer cannot be read, where another version wrote it: one fault that says so.

    Args:
        answer: what was to be read.
        faults: what is wrong with it in the form of this version.
    """
    version = answer.get("version") if isinstance(answer, Mapping) else None
    if not isinstance(version, str) or version == __version__:
        return faults
    return (fault("answer_of_another_version", version, ours=__version__, first=_both(faults[0])),)


def _both(each: Fault) -> tuple[str, str]:
    return each.sentence("en"), each.sentence("zh")
