"""Small faults made on purpose in a module: one at a time, each a source text of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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
    """One fault: where it stands, what stood there, what stands there now, and the module so."""

    place: Place
    before: str
    after: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The function, what stood there and what stands there now: stable as lines move."""
        return f"{self.place.function or 'outside functions'}: {self.before} -> {self.after}"


class Place(NamedTuple):
    """An expression: the one around it, its function, the lines of the whole statement."""

    node: ast.expr
    around: ast.expr
    function: str
    first: int
    last: int


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every small fault that can be made in a module, in the order of its lines.

    They share one tree: a fault stands in it until the next one is asked for.
    """
    tree = ast.parse(source)
    for place in _places(tree, Place(ast.Constant(0), ast.Constant(0), "", 0, 0)):
        node = place.node
        shown = place.around if isinstance(node, ast.Constant | ast.Name) else node
        for change in _changed(node):
            before, kept = ast.unparse(shown), getattr(change.node, change.field)
            change()
            yield Mutant(place, before, ast.unparse(shown), tree)
            setattr(change.node, change.field, kept)


def _places(tree: ast.AST, within: Place) -> Iterator[Place]:
    """The expressions of a module that are carried out: no annotation and no text."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.expr):
                around = tree if isinstance(tree, ast.expr) else child
                place = within._replace(node=child, around=around)
                yield place
                yield from _places(child, place)
            elif isinstance(child, ast.AST):
                yield from _places(child, _at(child, within))


def _at(child: ast.AST, within: Place) -> Place:
    """The place of a statement's expressions, and of those of a part of a statement."""
    if isinstance(child, ast.FunctionDef | ast.ClassDef):
        within = within._replace(function=f"{within.function}.{child.name}".lstrip("."))
    if isinstance(child, ast.stmt):
        within = within._replace(first=child.lineno, last=child.end_lineno or child.lineno)
    return within


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
        case ast.IfExp(test=test):
            turned = ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=test), test)
            yield _Change(node, "test", turned)
        case ast.Attribute(attr=name) if name in _NAMES:
            yield _Change(node, "attr", _NAMES[name])
        case ast.Name(id=name) if name in _NAMES:
            yield _Change(node, "id", _NAMES[name])
        case _:
            return
