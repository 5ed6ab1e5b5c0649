"""Records built of values that we worked out ourselves, without reading them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from pydantic import BaseModel

from listing_rewards.strict import Strict

P = ParamSpec("P")
R = TypeVar("R", bound=Strict)

_new = object.__new__
_put_values, _put_said, _put_extra, _put_private = (
    vars(BaseModel)[name].__set__
    for name in (
        "__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__",
    )
)  # fmt: skip


def made(model: Callable[P, R]) -> Callable[P, R]:
    """A constructor that takes every value as it stands, where `model` itself would validate it.

    The record is the one that `model` would have given for values of the declared types; a type
    checker holds the call to them. For what was worked out here, never for what was read.
    Records made with the same fields share one set of them as their `model_fields_set`.

    Args:
        model: a subclass of `Strict`.

    >>> from listing_rewards.policy.source import Ground
    >>> made(Ground)(clause="task-9") == Ground(clause="task-9")
    True
    """
    record_type = cast(type[R], model)
    unsaid: dict[str, Any] = {
        name: None if field.is_required() else field.get_default()
        for name, field in record_type.model_fields.items()
    }

    said: dict[tuple[str, ...], set[str]] = {}

    def make(*_: P.args, **values: P.kwargs) -> R:
        names = tuple(values)
        given = said.get(names) or said.setdefault(names, set(names))
        return _record(record_type, {**unsaid, **values}, given)

    return make


def changed(record: R, **values: Any) -> R:
    """The record with other values in some of its fields, taken as they stand.

    >>> from listing_rewards.policy.source import Ground
    >>> changed(made(Ground)(clause="task-9"), clause="task-10")
    Ground(clause='task-10', assumed=None)
    """
    said, held = record.__pydantic_fields_set__, record.__dict__
    if len(said) < len(held):
        said = {*said, *values}
    return _record(type(record), {**held, **values}, said)


def _record(record_type: type[R], values: dict[str, Any], said: set[str]) -> R:
    """What pydantic would have built of these values; `said` are the fields that were given."""
    record = _new(record_type)
    _put_values(record, values)
    _put_said(record, said)
    _put_extra(record, None)
    _put_private(record, None)
    return record
