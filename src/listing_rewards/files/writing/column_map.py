"""A proposed map of columns as the TOML file that a user checks and gives with ``--columns``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from listing_rewards.errors import Lang
from listing_rewards.files.reading.column_proposals import Done, Proposal
from listing_rewards.files.reading.columns import ROLES
from listing_rewards.words import say


def column_map_text(proposals: Iterable[Proposal], file: str, lang: Lang) -> str:
    """The file: what is left out, carried and read, and what is to be decided.

    >>> print(column_map_text([Proposal("所属行业", "ignore")], "a.xlsx", "zh").splitlines()[5])
      "所属行业",
    """
    return "\n".join(_lines(list(proposals), file, lang)) + "\n"


def _lines(proposals: list[Proposal], file: str, lang: Lang) -> Iterator[str]:
    yield from _comment(say("columns.head", lang, file=json.dumps(file, ensure_ascii=False)[1:-1]))
    if known := [_shown(each.header) for each in _of(proposals, "known")]:
        headers = say("columns.comma", lang).join(known)
        yield from _comment(say("columns.known", lang, headers=headers))
    yield from ("", "# " + say("columns.ignore", lang), "ignore = [")
    for each in _of(proposals, "ignore"):
        yield f"  {_quoted(each.header)},{_such_as(each, lang)}"
    yield "]"
    yield ""
    yield from _comment(say("columns.carry", lang, roles=say("columns.comma", lang).join(ROLES)))
    yield "[carry]"
    for each in _of(proposals, "carry"):
        yield f"{_quoted(each.header)} = {_quoted(each.target)}"
    yield ""
    yield from _comment(say("columns.read", lang))
    yield "[read]"
    for each in _of(proposals, "read"):
        yield f"{_quoted(each.header)} = {_quoted(each.target)}{_such_as(each, lang)}"
    undecided = list(_of(proposals, "undecided"))
    if undecided:
        yield from _comment(say("columns.undecided", lang))
    for each in undecided:
        yield f"# {_quoted(each.header)} = {_quoted(each.target)}{_such_as(each, lang)}"


def _of(proposals: list[Proposal], done: Done) -> Iterator[Proposal]:
    return (each for each in proposals if each.done == done)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.split("\n"))


def _such_as(each: Proposal, lang: Lang) -> str:
    if not each.samples:
        return ""
    samples = say("columns.comma", lang).join(map(_shown, each.samples))
    return "  # " + say("columns.such_as", lang, samples=samples)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _shown(text: str) -> str:
    """A text in a comment: no sign that ends the line or that TOML refuses."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
