"""TOML as a person types it: what it states, or in which line it is none, and what to write."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.values.money import shortened
from listing_rewards.words import in_both
from listing_rewards.words.phrase import Phrase

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TWICE = re.compile(r"Cannot declare \((.*)\) twice")
_INLINE_KEY = re.compile(r"Duplicate inline table key '(.*)'")
_STRAIGHT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_DAY = re.compile(r"\d{4}\s*(?:[年./]\s*\d{1,2}\s*[月./]\s*\d{1,2}\s*日?|-\d{1,2}-\d{1,2}(?!\d))")
_BARE_VALUE = re.compile(
    r"=\s*([^\s\"'\[\]{}#,=][^\s\"'\[\]{}#,]*)|[\[,]\s*([^\W\d][\w-]*)\s*[,\]]"
)
_OTHER_NAME = re.compile(r"[^\s\[\].=\"'{},]*[^\x00-\x7f][^\s\[\].=\"'{},]*")
_NUMBER = r"[\d０-９][\d０-９,.]*\s*(?:[万亿]?元|[万亿]|[%％‰])|\d{1,3}(?:,\d{3})+"
_IN_WORDS = r"[零〇一二三四五六七八九十百千万亿]+[万亿]?元|[百千]分之\w+"
_FOUND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("toml.quotes", re.compile("[“”„‟‘’「」『』＂＇]")),
    ("toml.equals", re.compile(r"^\s*[\w.-]+\s*([:：＝])")),
    ("toml.comma", re.compile("[，、；]")),
    ("toml.brackets", re.compile("[［］【】｛｝]")),
    ("toml.number", re.compile(rf"=\s*({_NUMBER}|{_IN_WORDS})")),
    ("toml.yes_no", re.compile(r"=\s*(True|False|TRUE|FALSE|Yes|No|yes|no|是|否)\b")),
)
"""What a Chinese keyboard, or a habit, puts in place of what TOML asks for."""


def read_toml(text: str) -> dict[str, Any]:
    """What a TOML text states.

    Raises:
        InvalidPolicy: it is not TOML; names the line and, where it can be seen, what to write.

    >>> read_toml("first = 2024年1月1日")
    Traceback (most recent call last):
    listing_rewards.errors.InvalidPolicy: this is not a TOML document: line 1: a day is written \
2024-01-01, without quotes, and not 2024年1月1日; it reads: first = 2024年1月1日
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        detail = _why(str(error), text.splitlines() or [""])
    except RecursionError:
        detail = in_both("toml.nested_too_deeply")
    raise InvalidPolicy(fault("bad_toml", detail=detail))


def _why(said: str, lines: list[str]) -> Phrase:
    """What is wrong, with its line, from what Python's own reader says."""
    place = _PLACE.search(said)
    number = int(place[1]) if place and place[1] else len(lines)
    line = lines[min(number, len(lines)) - 1].strip()
    what = _twice(said, line) or _habit(line) or _otherwise(said, line)
    return in_both("toml.at", line=number, what=what, text=shortened(line))


def _twice(said: str, line: str) -> Phrase | None:
    if found := _TWICE.search(said):
        names = [each.strip(" '\"") for each in found[1].split(",")]
        return in_both("toml.table_twice", found=".".join(filter(None, names)))
    if said.startswith(("Cannot overwrite", "Duplicate inline table key", "Cannot mutate")):
        inner = _INLINE_KEY.search(said)
        return in_both(
            "toml.key_twice", found=inner[1] if inner else line.partition("=")[0].strip()
        )
    return None


def _habit(line: str) -> Phrase | None:
    """What is typed in place of a sign, a day, a number or a word, if it can be seen."""
    code = _STRAIGHT.sub('""', line).partition("#")[0]
    if day := _DAY.search(code):
        year, month, of_month = (int(each) for each in re.findall(r"\d+", day[0]))
        written = f"{year}-{month:02}-{of_month:02}"
        if written == day[0]:
            return in_both("toml.no_such_day", found=written)
        return in_both("toml.day", day=written, found=day[0].strip())
    for key, pattern in _FOUND:
        if found := pattern.search(code):
            return in_both(key, found=found[found.lastindex or 0].strip())
    return None


def _otherwise(said: str, line: str) -> Phrase:
    code = _STRAIGHT.sub('""', line).partition("#")[0].strip()
    if "Unescaped" in said or "escape" in said:
        return in_both("toml.escape")
    if code.count('"') % 2 or code.count("'") % 2 or "losed" in said or "Unterminated" in said:
        return in_both("toml.open")
    if code.endswith("="):
        return in_both("toml.nothing")
    key, _, value = code.partition("=")
    name = _OTHER_NAME.search(key) if value or code.startswith("[") else None
    if name:
        return in_both("toml.name", found=name[0])
    if bare := _BARE_VALUE.search(code):
        return in_both("toml.text", found=bare[1] or bare[2])
    return in_both("toml.otherwise")
