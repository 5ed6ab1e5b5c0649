"""What can be wrong with an input, said in one sentence a clerk can act on.

A `Fault` is one thing that is wrong: where it stands, what was given, what is accepted, and the
nearest right name. A `ListingRewardsError` carries every fault of an input at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from listing_rewards.words import Lang as Lang
from listing_rewards.words import say

SHOWN = 24
"""How many accepted names a sentence lists; `Fault.accepted` holds them all."""
_LANGUAGES = ("en", "zh")
_PLAIN_KEY = re.compile(r"[^.\[\]\"]+")
_PART_OF_A_PATH = re.compile(r"\[(\d+)\]|\[(\"(?:[^\"\\]|\\.)*\")\]|([^.\[]+)")


def under(path: str, key: str) -> str:
    """The path of a key below another path; a key that would read as a path itself is quoted.

    >>> under("flags", "eligible"), under("flags", "a.b"), under("", "events")
    ('flags.eligible', 'flags["a.b"]', 'events')
    """
    if not _PLAIN_KEY.fullmatch(key):
        return f"{path}[{json.dumps(key, ensure_ascii=False)}]"
    return f"{path}.{key}" if path else key


def pointer_of(path: str) -> str:
    """The JSON Pointer (RFC 6901) of a path; empty for the whole document.

    >>> pointer_of("events[0].on"), pointer_of('flags["a.b"]'), pointer_of("")
    ('/events/0/on', '/flags/a.b', '')
    """
    pointer = ""
    for index, quoted, plain in _PART_OF_A_PATH.findall(path):
        key = index or plain or json.loads(quoted)
        pointer += "/" + key.replace("~", "~0").replace("/", "~1")
    return pointer


def encodable(text: str) -> str:
    r"""The text with every half of a letter, which no encoding can write, shown by its code.

    >>> encodable("示例\ud800")
    '示例\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an input.

    Attributes:
        code: a stable key of `words.FAULTS`, for programs.
        path: where in the document, such as ``events[0].on``; empty for the whole.
        given: what was found there, as text.
        accepted: the names that are accepted instead, where that is a short list.
        nearest: the accepted name closest to the given one, where one is close.
        file: the file it stands in; empty when it came from Python.
        row: the line of the file, counted from 1; 0 when there is none.
        column: the header of the table's column; empty when there is none.
        details: what else the sentence names: a key, and how to say it in English and Chinese.
        sheet: the sheet of a workbook it stands in; empty elsewhere.
        cell: the cell of that sheet, such as ``C7``; empty when it is about more than one.
        titles: what a person would write instead, in English and Chinese; where there are any, the
            sentence lists these, and `accepted` is for programs.
        enterprise: who is not assessed because of it, where it stands in a second table.
        enterprise_at: the file and line of that enterprise, such as ``a.xlsx:申报表:7``.
    """

    code: str
    path: str = ""
    given: str = ""
    accepted: tuple[str, ...] = ()
    nearest: str = ""
    file: str = ""
    row: int = 0
    column: str = ""
    details: tuple[tuple[str, str, str], ...] = ()
    sheet: str = ""
    cell: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    enterprise: str = ""
    enterprise_at: str = ""

    def within(self, prefix: str) -> Fault:
        """The same fault, seen from the document that holds this one under `prefix`."""
        joint = "" if not self.path or not prefix or self.path.startswith("[") else "."
        return replace(self, path=f"{prefix}{joint}{self.path}")

    def at(
        self, *, file: str = "", row: int = 0, column: str = "", sheet: str = "", cell: str = ""
    ) -> Fault:
        """The same fault, with its place in a file; what is already known stays."""
        return replace(
            self,
            file=self.file or file,
            row=self.row or row,
            column=self.column or column,
            sheet=self.sheet or sheet,
            cell=self.cell or cell,
        )

    def place(self, lang: Lang = "en") -> str:
        """Where the fault is: file, row or cell, column and path, as far as they are known."""
        parts = [self.file]
        if self.cell:
            parts.append(f"{self.sheet}!{self.cell}")
        else:
            parts += [self.sheet, say("fault.row", lang, row=self.row) if self.row else ""]
        parts.append(say("fault.column", lang, column=self.column) if self.column else self.path)
        return ", ".join(part for part in parts if part)

    def sentence(self, lang: Lang = "en") -> str:
        """The fault in one sentence with its place, in English or Chinese."""
        place, text = encodable(self.place(lang)), self.statement(lang)
        return f"{place}: {text}" if place else text

    def statement(self, lang: Lang = "en") -> str:
        """The fault in one sentence without its place."""
        language(lang)
        details = {key: zh if lang == "zh" else en for key, en, zh in self.details}
        given = say("fault.given", lang, given=self.given)
        text = say("fault", lang, self.code, given=given, **details)
        if self.nearest:
            text += say("fault.nearest", lang, nearest=self.nearest)
        accepted = [title[lang == "zh"] for title in self.titles] or self.accepted
        if accepted:
            names = ", ".join(accepted[:SHOWN]) + (", …" if len(accepted) > SHOWN else "")
            text += say("fault.accepted", lang, names=names)
        if self.enterprise:
            text += say(
                "fault.not_assessed", lang, enterprise=self.enterprise, place=self.enterprise_at
            )
        return encodable(text)

    def as_dict(self, lang: Lang | None = None) -> dict[str, object]:
        """The fault as JSON would hold it; what it does not have is left out.

        Args:
            lang: the language of ``sentence``; None for both, as ``en`` and ``zh``.

        Returns:
            ``code`` and the sentence; where known ``path`` and the same as a JSON Pointer,
            ``pointer`` (of a policy document the awards stand in it by their ids), ``given``,
            ``nearest``, ``accepted``, and the place in a file.

        >>> from listing_rewards import Case, InvalidCase
        >>> try:
        ...     Case.model_validate({"enterprise": {"name": ""}})
        ... except InvalidCase as error:
        ...     print(error.faults[0].as_dict("en"))
        {'code': 'empty_text', 'pointer': '/enterprise/name', 'path': 'enterprise.name', \
'sentence': 'enterprise.name: this must not be empty'}
        """
        known: dict[str, str | int] = {
            "path": self.path,
            "given": self.given,
            "nearest": self.nearest,
            "file": self.file,
            "row": self.row,
            "sheet": self.sheet,
            "cell": self.cell,
            "column": self.column,
            "enterprise": self.enterprise,
            "enterprise_at": self.enterprise_at,
        }
        found: dict[str, object] = {"code": self.code}
        if not self.file:
            found["pointer"] = encodable(pointer_of(self.path))
        for key, value in known.items():
            if value:
                found[key] = encodable(value) if isinstance(value, str) else value
        if self.accepted:
            found["accepted"] = [encodable(each) for each in self.accepted]
        if lang is not None:
            return {**found, "sentence": self.sentence(lang)}
        return {**found, "en": self.sentence("en"), "zh": self.sentence("zh")}


def fault(
    code: str,
    given: object = "",
    *,
    path: str = "",
    accepted: Iterable[str] = (),
    **details: object,
) -> Fault:
    """A `Fault` whose nearest name is looked up among the accepted ones, capitals or not."""
    names = tuple(accepted)
    text = str(given)
    alike = {name.casefold(): name for name in reversed(names)}
    close = get_close_matches(text.casefold(), alike, n=1, cutoff=0.6) if text else []
    return Fault(
        code,
        path=path,
        given=text,
        accepted=names,
        nearest=alike[close[0]] if close else "",
        details=tuple((key, *_in_both(value)) for key, value in details.items()),
    )


def _in_both(value: object) -> tuple[str, str]:
    """How to say a detail in English and Chinese: a pair as it is, anything else as text."""
    return value if isinstance(value, tuple) else (str(value), str(value))


class ListingRewardsError(ValueError):
    """The parent of every error this library raises for a user's input.

    Attributes:
        faults: everything that is wrong, in the order it was found.
    """

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def explain(self, lang: Lang = "en") -> str:
        """Every fault, one sentence a line, in English or Chinese."""
        language(lang)
        return "\n".join(each.sentence(lang) for each in self.faults)

    def __str__(self) -> str:
        return self.explain()


class InvalidAmount(ListingRewardsError):
    """A value is not an exact, finite amount of yuan (or a rate)."""


class InvalidCase(ListingRewardsError):
    """A case does not have the shape of a case, or says what the policy does not know."""


class InvalidPolicy(ListingRewardsError):
    """A policy document cannot be read, or says something that cannot be carried out."""


class UnknownPolicy(InvalidPolicy):
    """No shipped policy bears this id, and no file this path."""


class InvalidRecord(ListingRewardsError):
    """A record of an assessment cannot be read, or what it holds cannot be computed afresh."""


class InvalidFile(ListingRewardsError):
    """A file cannot be read or written as what it should be."""


class UnknownName(ListingRewardsError, KeyError):
    """An answer, or a policy, has no part of this name; a `KeyError` too."""


def language(asked: object) -> Lang:
    """The language asked for.

    Raises:
        ListingRewardsError: there is no phrase in it.

    >>> language("zh")
    'zh'
    """
    if asked == "en" or asked == "zh":
        return asked
    raise ListingRewardsError(fault("not_a_language", asked, accepted=_LANGUAGES))
