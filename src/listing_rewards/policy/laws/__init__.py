"""Laws that come with the library: worded and dated once, and borne on every award they concern.

An award says whether a law concerns it (`Award.result_conditioned`, `Award.selective`). Where it
does not say, the law is shown with it, and `lint` asks. A document that writes a notice of a law's
id itself says what bears on what, and is left alone.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from listing_rewards.policy.content import Content
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.source import Text
from listing_rewards.policy.toml import read_toml

_FOLDER = files("listing_rewards.policy.laws")
_OF_THE_LIBRARY = frozenset({"concerns", "note"})
"""What a law says beyond its notice."""


class Law(Notice):
    """A law that bears on awards from a day on, whatever the policy. 法律法规."""

    awards: tuple[str, ...] = ()
    """Those of a policy that it bears on; none here. 涉及的奖励项目（此处不填）."""
    concerns: Literal["result_conditioned", "selective"]
    """What an award says where this law concerns it. 奖励项目的何种情形与之有关."""
    note: Text
    """Where it was read, and what of it was not. 文本来源说明."""


@lru_cache
def laws() -> tuple[Law, ...]:
    """The laws of the library, by the order of their files.

    >>> [(law.id, str(law.since)) for law in laws()]
    [('decree-798', '2025-02-15'), ('fair-competition-review', '2024-08-01')]
    """
    documents = sorted(each.name for each in _FOLDER.iterdir() if each.name.endswith(".toml"))
    texts = ((_FOLDER / name).read_text(encoding="utf-8") for name in documents)
    return tuple(Law.model_validate(read_toml(text)) for text in texts)


def with_laws(document: dict[str, Any], own: dict[str, Any], inherited: set[str]) -> dict[str, Any]:
    """The document with a notice for each law that concerns an award of it.

    Args:
        document: the whole document, inherited parts included.
        own: what it writes itself.
        inherited: the ids of the awards of the document that it extends.
    """
    notices = document.get("notices", [])
    if not (_are_records(notices) and _are_records(document.get("awards"))):
        return document
    notices = list(notices)
    for law in laws():
        if any(each.get("id") == law.id for each in own.get("notices", ())):
            continue
        before = next((each for each in notices if each.get("id") == law.id), None)
        concerned = _concerned(law, own, inherited, {*before["awards"]} if before else set())
        awards = [each["id"] for each in document["awards"] if each.get("id") in concerned]
        place = notices.index(before) if before else len(notices)
        notice = {**(before or _notice_of(law)), "awards": awards}
        notices[place : place + 1] = [notice] if awards else []
    return {**document, "notices": notices}


def _are_records(value: Any) -> bool:
    """Whether this is a list of records; what is none is refused when the whole is read."""
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _concerned(law: Law, own: dict[str, Any], inherited: set[str], before: set[str]) -> set[str]:
    """The awards that a law bears on: those before, changed by what the document itself says."""
    concerned = set(before)
    for award in own.get("awards", ()):
        name, says = str(award.get("id")), award.get(law.concerns)
        if says is False:
            concerned.discard(name)
        elif says is True or name not in inherited:
            concerned.add(name)
    return concerned


def _notice_of(law: Law) -> dict[str, Any]:
    return law.model_dump(mode="json", exclude_none=True, exclude=set(_OF_THE_LIBRARY))


def follows_from_awards(notice: Notice, policy: Content) -> bool:
    """Whether a notice is a law of the library on the awards that it concerns, and no others."""
    law = next((each for each in laws() if each.id == notice.id), None)
    if law is None or notice.model_dump(exclude={"awards"}) != law.model_dump(
        exclude={"awards", *_OF_THE_LIBRARY}
    ):
        return False
    concerned = [each.id for each in policy.awards if getattr(each, law.concerns) is not False]
    return [*notice.awards] == concerned
