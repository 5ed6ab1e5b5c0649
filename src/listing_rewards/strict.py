"""The base of every document here: frozen, unknown keys refused, all faults reported at once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import (
    Annotated,
    Any,
    ClassVar,
    NoReturn,
    Self,
    TypeAlias,
    TypeVar,
    get_args,
    get_type_hints,
)

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from listing_rewards.errors import Fault, ListingRewardsError, fault, under
from listing_rewards.words import in_both, say
from listing_rewards.words.faults import NOT_JSON
from listing_rewards.words.phrase import Phrase

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dict that cannot be changed and, as far as its values can, be hashed.

    >>> FrozenDict({"eligible": True})["eligible"]
    True
    """

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return FrozenDict, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("it is frozen; make a new one with the other values")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


FrozenMapping: TypeAlias = Annotated[Mapping[K, V], AfterValidator(FrozenDict)]
"""A mapping of a record: any may be given, it is kept as a `FrozenDict`."""


class Strict(BaseModel):
    """A frozen record that refuses unknown keys and reports every fault in our own words."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        ser_json_inf_nan="strings",
        defer_build=True,
    )
    error: ClassVar[type[ListingRewardsError]] = ListingRewardsError

    def __init__(self, /, **data: Any) -> None:
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise self.error(*faults_of(error, type(self))) from None

    # pydantic then reads a record within another without calling this for each
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """The record that `obj` states; every fault of it at once in one `ListingRewardsError`."""
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise cls.error(*faults_of(error, cls)) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The record that a JSON text states, as `model_validate` reads what is in it.

        A key that is written twice is refused.
        """
        try:
            document = read_json(json_data)
        except ListingRewardsError as error:
            raise cls.error(*error.faults) from None
        return cls.model_validate(document, **options)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values in some fields, taken as they are; a dict is frozen."""
        frozen = {
            name: FrozenDict(value) if isinstance(value, dict) else value
            for name, value in (update or {}).items()
        }
        return super().model_copy(update=frozen, deep=deep)


def as_written(part: Any) -> Any:
    """A part of a document as a file would state it, also where it was made in Python."""
    return part.model_dump(mode="json", exclude_none=True) if isinstance(part, Strict) else part


def read_json(text: str | bytes | bytearray) -> object:
    """What a JSON text states; a key that is written twice is refused, where others keep the last.

    Raises:
        ListingRewardsError: the text is not JSON or no text, a key stands twice in one object, or
            half of an escaped letter stands alone.

    >>> read_json('{"a": 1, "a": 2}')
    Traceback (most recent call last):
    listing_rewards.errors.ListingRewardsError: the key 'a' is written twice
    """
    try:
        if isinstance(text, str) and not text.startswith("\ufeff"):
            document: object = _READER.decode(text)
        else:
            document = json.loads(text, object_pairs_hook=_no_key_twice)
        if isinstance(text, str) and "\\u" not in text:
            refuse_lone_surrogates(text)
        else:
            refuse_lone_surrogates(json.dumps(document, ensure_ascii=False))
    except json.JSONDecodeError as error:
        raise ListingRewardsError(fault("bad_json", detail=why_not_json(error))) from None
    except ListingRewardsError:
        raise
    except TypeError:
        raise ListingRewardsError(fault("not_json_text", type(text).__name__)) from None
    except RecursionError:
        detail = in_both("json.nested_too_deeply")
        raise ListingRewardsError(fault("bad_json", detail=detail)) from None
    except UnicodeDecodeError:
        detail = in_both("json.not_utf8")
        raise ListingRewardsError(fault("bad_json", detail=detail)) from None
    except ValueError:
        detail = in_both("json.number_too_long")
        raise ListingRewardsError(fault("bad_json", detail=detail)) from None
    return document


def why_not_json(error: json.JSONDecodeError) -> Phrase:
    """What Python's own reader says, with line and column; in Chinese where it is known."""
    known = next((each for each in NOT_JSON if error.msg.startswith(each)), None)
    if known is None:
        what = error.msg[:1].lower() + error.msg[1:], say("json.otherwise", "zh")
    else:
        what = in_both("json.error", known)
    return in_both("json.at", what=what, line=error.lineno, column=error.colno)


def refuse_lone_surrogates(text: str) -> None:
    """Refuse text that has no UTF-8, since half of an escaped letter stands in it.

    Raises:
        ListingRewardsError: names the half.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = ascii(text[error.start]).strip("'")
        raise ListingRewardsError(fault("lone_surrogate", half)) from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for (key, _), first in zip_longest(pairs, found) if key != first)
        raise ListingRewardsError(fault("duplicate_key", twice))
    return found


_READER = json.JSONDecoder(object_pairs_hook=_no_key_twice)
"""Made once: `json.loads` makes one for each text."""


def faults_of(error: ValidationError, model: type[Any]) -> list[Fault]:
    """Pydantic's findings as faults: with the path, and the nearest name for an unknown key."""
    faults: list[Fault] = []
    for found in error.errors(include_url=False):
        loc = tuple(part for part in found["loc"] if not _is_tag(part))
        own = found.get("ctx", {}).get("error")
        if isinstance(own, ListingRewardsError):
            faults += [each.within(path_of(loc)) for each in own.faults]
        elif found["type"] == "missing":
            faults.append(fault("missing", path=path_of(loc)))
        elif found["type"] in _UNKNOWN_KEY:
            names = [name for name in _fields_at(model, loc[:-1]) if name != loc[-1]]
            faults.append(fault("unknown_key", loc[-1], path=path_of(loc[:-1]), accepted=names))
        elif found["type"] == "json_invalid":
            faults.append(fault("bad_json", detail=found["ctx"]["error"]))
        elif found["type"] == "string_too_short":
            faults.append(fault("empty_text", path=path_of(loc)))
        elif found["type"] in _SHAPES:
            given = _short(found["input"])
            faults.append(fault(_SHAPES[found["type"]], given, path=path_of(loc)))
        elif found["type"] == "literal_error":
            names, given = _QUOTED.findall(found["ctx"]["expected"]), _short(found["input"])
            faults.append(fault("not_one_of", given, path=path_of(loc), accepted=names))
        elif found["type"] in _LIMITS:
            code, key = _LIMITS[found["type"]]
            limit, given = found["ctx"][key], _short(found["input"])
            faults.append(fault(code, given, path=path_of(loc), limit=limit))
        else:
            detail = found["msg"][0].lower() + found["msg"][1:]
            given = _short(found["input"])
            faults.append(fault("wrong_shape", given, path=path_of(loc), detail=detail))
    return faults


_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")
_SHAPES = {
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "dataclass_type": "not_an_object",
    "dict_type": "not_an_object",
    "mapping_type": "not_an_object",
    "tuple_type": "not_a_list",
    "list_type": "not_a_list",
    "string_type": "not_text",
    "bool_type": "not_true_or_false",
    "bool_parsing": "not_true_or_false",
    "int_type": "not_a_whole_number",
    "int_parsing": "not_a_whole_number",
    "int_from_float": "not_a_whole_number",
    "finite_number": "not_a_whole_number",
    "union_tag_not_found": "not_an_object",
}
_LIMITS = {
    "greater_than_equal": ("number_too_small", "ge"),
    "less_than_equal": ("number_too_large", "le"),
    "too_short": ("too_few", "min_length"),
}
_QUOTED = re.compile("'([^']*)'")


def path_of(loc: tuple[int | str, ...]) -> str:
    """A place in a document, as ``events[0].on``."""
    path = ""
    for part in loc:
        path = f"{path}[{part}]" if isinstance(part, int) else under(path, part)
    return path


def _is_tag(part: int | str) -> bool:
    """Whether pydantic put this into the path for the member of a union, not for a key."""
    return isinstance(part, str) and part.startswith("construct:")


def _short(value: object) -> str:
    """A value as JSON would write it, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _fields_at(model: type[Any], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The field names of the model that stands at `loc`, as far as it can be told apart."""
    models = [model]
    for part in loc:
        inner = [
            found
            for each in models
            for name, annotation in _fields_of(each).items()
            if name == part
            for found in _models_in(annotation)
        ]
        models = inner or models
    return tuple(dict.fromkeys(name for each in models for name in _fields_of(each)))


def _fields_of(model: type[Any]) -> dict[str, Any]:
    """The fields of a model or of a dataclass, each with its annotation."""
    if issubclass(model, BaseModel):
        return {name: info.annotation for name, info in model.model_fields.items()}
    hints = get_type_hints(model)
    return {each.name: hints[each.name] for each in fields(model)}


def _models_in(annotation: object) -> list[type[Any]]:
    if isinstance(annotation, type) and (
        issubclass(annotation, BaseModel) or is_dataclass(annotation)
    ):
        return [annotation]
    return [found for inner in get_args(annotation) for found in _models_in(inner)]
