"""Records built of values that we worked out ourselves, without reading them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from listing_rewards.strict import Strict

P = ParamSpec("P")
R = TypeVar("R", bound=Strict)

_new, _put = object.__new__, object.__setattr__


def made(model: Callable[P, R]) -> Callable[P, R]:
    """A constructor that takes every value as it stands, where `model` itself would validate it.

    The record is the one that `model` would have given for values of the declared types; a type
    checker holds the call to them. For what was worked out here, never for what was read.

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

    def make(*_: P.args, **values: P.kwargs) -> R:
        record = _new(record_type)
        _put(record, "__dict__", {**unsaid, **values})
        _put(record, "__pydantic_fields_set__", {*values})
        _put(record, "__pydantic_extra__", None)
        _put(record, "__pydantic_private__", None)
        return record

    return make


def changed(record: R, **values: Any) -> R:
    """The record with other values in some of its fields, taken as they stand.

    >>> from listing_rewards.policy.source import Ground
    >>> changed(made(Ground)(clause="task-9"), clause="task-10")
    Ground(clause='task-10', assumed=None)
    """
    other = _new(type(record))
    _put(other, "__dict__", {**record.__dict__, **values})
    _put(other, "__pydantic_fields_set__", {*record.model_fields_set, *values})
    _put(other, "__pydantic_extra__", None)
    _put(other, "__pydantic_private__", None)
    return other
