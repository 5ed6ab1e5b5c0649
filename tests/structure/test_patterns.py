"""Every regular expression of the source on texts that are made to hurt it."""

from __future__ import annotations

import ast
import dataclasses
import re
import resource
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple

import pytest

import listing_rewards

MOST_OF_A_SECOND = 0.4
LONGEST = 1000
PIECES = (
    *(" ", "\t", "1", "1,", "1.", ",", "/", "(", ")", "()", "（", "-", "元", "万元", "万", "年"),
    *("月", '"', "'", "<row ", '<row a="', "[", "[$", "0", "0,", "#", ".", "一", "十", "一、"),
    *("合计", "计", "某", "x", "_x000D_", "单位:", "单位", "人民币", "区", "：", ":", "A", "公司"),
    *(";", "\\", "!", "ymd", "、", "。", "不", "满", "分", "=", " =", "家", "奖励", "已", "省"),
)
INLINE = {"search", "match", "fullmatch", "findall", "finditer", "split", "sub"}


class Used(NamedTuple):
    """A regular expression, and the name of the module that has it."""

    module: str
    pattern: re.Pattern[Any]


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(held, (*value.keys(), *value.values())))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        own = (getattr(value, each.name) for each in dataclasses.fields(value))
        yield from chain.from_iterable(map(held, own))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from chain.from_iterable(map(held, value))


def called(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The functions of `re` that a module calls, each with its first argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield ast.unparse(node.func).removeprefix("re."), node.args[0]


NAMES = [
    each.name
    for each in walk_packages(listing_rewards.__path__, "listing_rewards.")
    if not each.name.endswith("__main__")
]
TREES = {name: ast.parse(Path(import_module(name).__file__ or "").read_text()) for name in NAMES}
COMPILED = [
    Used(name, pattern)
    for name in NAMES
    for pattern in dict.fromkeys(held(list(vars(import_module(name)).values())))
]
WRITTEN = [
    Used(name, re.compile(stated.value))
    for name, tree in TREES.items()
    for function, stated in called(tree)
    if function in INLINE and isinstance(stated, ast.Constant)
]
PATTERNS = [
    pytest.param(each.pattern, id=f"{each.module.removeprefix('listing_rewards.')}-{number}")
    for number, each in enumerate({each.pattern: each for each in COMPILED + WRITTEN}.values())
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_backtracks(pattern: re.Pattern[Any]) -> None:
    """Twice the text takes no more than some twice the steps, whatever it is made of.

    Texts that reach a pattern are cut where the pattern is not linear; what is tried here is as
    long as they can be.
    """
    for piece in PIECES:
        text = piece * (LONGEST // len(piece)) + "\x01"
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        of = text.encode() if isinstance(pattern.pattern, bytes) else text
        pattern.search(of)
        pattern.fullmatch(of)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < MOST_OF_A_SECOND, piece


def test_every_pattern_is_tried() -> None:
    """What a module compiles is held by one of its names, so that it is found."""
    held_by = Counter(each.module for each in COMPILED)
    compiled = {
        name: sum(function == "compile" for function, _ in called(tree))
        for name, tree in TREES.items()
    }
    assert [name for name, number in compiled.items() if number > held_by[name]] == []
