"""Every phrase stands in `words`, in both languages, and is used where its key is written out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import listing_rewards
from listing_rewards.words import PHRASES, in_both, say, workbook
from listing_rewards.words.phrase import Phrase, Phrases
from listing_rewards.words.steps import ROWS

SOURCE = Path(listing_rewards.__file__).parent
WORDS = SOURCE / "words"
SAYING = {"say", "in_both"}
OTHERWISE_IN_CHINESE = {"values.yuan_wan", "values.set_yuan", "values.set_wan", "values.full_both"}
"""Amounts and periods, which the two languages write in different ways."""


def every_phrase(
    phrases: Phrases = PHRASES, key: tuple[str, ...] = ()
) -> Iterator[tuple[str, Phrase]]:
    """Each phrase with its key and variants."""
    for name, found in phrases.items():
        if isinstance(found, tuple):
            yield " ".join((*key, name)), found
        else:
            yield from every_phrase(found, (*key, name))


def fields_of(template: str) -> set[str]:
    """The names a phrase fills in."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module that may use a phrase."""
    for path in SOURCE.rglob("*.py"):
        if WORDS not in path.parents:
            yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


def written(tree: ast.AST) -> Iterator[str]:
    """Every text that a module writes out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def keys_said(tree: ast.AST) -> Iterator[ast.expr]:
    """What stands for the key wherever a module says a phrase."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name.strip("_") in SAYING and node.args:
                yield node.args[0]


def said_by(key: ast.expr) -> Iterator[str]:
    """The keys that an expression may be, as far as they are written out in it."""
    if isinstance(key, ast.Constant):
        yield str(key.value)
    elif isinstance(key, ast.IfExp):
        yield from (*said_by(key.body), *said_by(key.orelse))


class TestPhrases:
    """One phrase in each language, with the same to fill in."""

    def test_both_languages_fill_in_the_same(self) -> None:
        """What is filled in for one language is filled in for the other."""
        for key, (english, chinese) in every_phrase():
            same = fields_of(english) == fields_of(chinese)
            assert same != (key in OTHERWISE_IN_CHINESE), key

    def test_no_two_files_have_the_same_key(self) -> None:
        """A key means one thing."""
        found = [
            key.value
            for path in WORDS.glob("*.py")
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "PHRASES"
            if isinstance(node.value, ast.Dict)
            for key in node.value.keys
            if isinstance(key, ast.Constant) and isinstance(key.value, str)
        ]
        assert sorted(found) == sorted(set(found))


class TestKeys:
    """A key is written out where it is used."""

    def test_every_key_is_used(self) -> None:
        """No phrase is kept that nothing says."""
        used = {text for _, tree in sources() for text in written(tree)}
        assert {*workbook.SHEETS, *ROWS} - used == set()
        for path in SOURCE.rglob("*.html"):
            used |= set(re.findall(r'"([^"]+)"', path.read_text(encoding="utf-8")))
        assert set(PHRASES) - used == set()

    def test_every_key_that_is_said_exists(self) -> None:
        """Nothing says a key that is not there."""
        for place, tree in sources():
            for key in keys_said(tree):
                for text in said_by(key):
                    sheet = (
                        {*workbook.SHEETS, *ROWS} if place.startswith("engines/sheet") else set()
                    )
                    assert text in sheet or text in PHRASES, f"{place}:{key.lineno}: {text}"

    def test_no_key_is_put_together(self) -> None:
        """A key can be searched for: it is not made from parts."""
        for place, tree in sources():
            for key in keys_said(tree):
                assert not isinstance(key, ast.JoinedStr | ast.BinOp), f"{place}:{key.lineno}"


class TestSay:
    """One phrase, its variants, its two languages."""

    def test_a_phrase_and_a_variant(self) -> None:
        """A key alone, or with the variant that is chosen."""
        assert say("json.number_too_long", "en") == "a whole number of too many digits"
        assert say("json.error", "zh", "Expecting value") == "此处应有一个值"

    @pytest.mark.parametrize(
        "key", [("json.error",), ("json.error", "nonsense"), ("json.at", "nonsense"), ("nonsense",)]
    )
    def test_what_is_not_there(self, key: tuple[str, ...]) -> None:
        """A key without a phrase, variants without a choice, a choice without variants."""
        with pytest.raises(KeyError):
            say(key[0], "en", *key[1:])

    def test_in_both_languages(self) -> None:
        """A value that differs by language is a pair."""
        assert in_both("fault", "negative_amount", given=("minus 1", "负1")) == (
            "the amount minus 1 is negative",
            "金额 负1 为负数",
        )
