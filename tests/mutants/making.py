"""Small faults made on purpose in a module: one at a time, each a source text of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_NAMES = {
    "min": "max",
    "max": "min",
    "all": "any",
    "any": "all",
    "at_least": "at_most",
    "at_most": "at_least",
    "lower": "upper",
    "upper": "lower",
    "all_of": "any_of",
    "any_of": "all_of",
    "sure": "maybe",
    "maybe": "sure",
}


class Mutant(NamedTuple):
    """One fault: the line it stands in, what stood there and what stands there now, the text."""

    line: int
    before: str
    after: str
    text: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every small fault that can be made in a module, in the order of its lines."""
    whole = ast.parse(source)
    for number, node in enumerate(_places(whole)):
        for change in range(len(list(_changed(node)))):
            tree = deepcopy(whole)
            place = list(_places(tree))[number]
            before = ast.unparse(place)
            list(_changed(place))[change]()
            yield Mutant(place.lineno, before, ast.unparse(place), ast.unparse(tree))


def _places(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a module that are carried out: no annotation and no text."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                if isinstance(child, ast.expr):
                    yield child
                yield from _places(child)


class _Change(NamedTuple):
    """A change of one node in place."""

    node: ast.AST
    field: str
    value: object

    def __call__(self) -> None:
        setattr(self.node, self.field, self.value)


def _changed(node: ast.expr) -> Iterator[_Change]:
    """The changes that make a fault of an expression."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            yield _Change(node, "ops", [_COMPARED[type(op)]()])
        case ast.BoolOp(op=ast.And()):
            yield _Change(node, "op", ast.Or())
        case ast.BoolOp(op=ast.Or()):
            yield _Change(node, "op", ast.And())
        case ast.BinOp(op=op) if type(op) in _COMPUTED:
            yield _Change(node, "op", _COMPUTED[type(op)]())
        case ast.Constant(value=bool(value)):
            yield _Change(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield _Change(node, "value", value + 1)
        case ast.IfExp(body=body, orelse=orelse):
            yield _Change(node, "test", ast.UnaryOp(op=ast.Not(), operand=node.test))
            del body, orelse
        case ast.Attribute(attr=name) if name in _NAMES:
            yield _Change(node, "attr", _NAMES[name])
        case ast.Name(id=name) if name in _NAMES:
            yield _Change(node, "id", _NAMES[name])
        case _:
            return
