"""What every part of an answer is: plain frozen data, which pydantic writes and reads."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from listing_rewards.errors import InvalidCase, ListingRewardsError
from listing_rewards.strict import faults_of, read_json

Status: TypeAlias = Literal["granted", "no_room", "replaced", "refused", "not_reached", "open"]
"""What became of an award."""


class Part:
    """The base of every part of an answer; each is a frozen dataclass with slots.

    The options of the methods are those of the pydantic methods of the same names.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", use_attribute_docstrings=True
    )

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """The part that `obj` states; every fault of it at once in one `InvalidCase`."""
        try:
            return _adapter(cls).validate_python(obj, **options)
        except ValidationError as error:
            raise InvalidCase(*faults_of(error, cls)) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The part that a JSON text states, as `model_validate` reads what is in it.

        A key that is written twice is refused.
        """
        try:
            document = read_json(json_data)
        except ListingRewardsError as error:
            raise InvalidCase(*error.faults) from None
        return cls.model_validate(document, **options)

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """The JSON Schema of such a part."""
        return _adapter(cls).json_schema(**options)

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """The part as a dict; with ``mode="json"`` of what JSON knows, amounts as text."""
        whole: dict[str, Any] = _adapter(type(self)).dump_python(self, **options)
        return whole

    def model_dump_json(self, **options: Any) -> str:
        """The part as JSON text, amounts as text."""
        return _adapter(type(self)).dump_json(self, **options).decode()


P = TypeVar("P", bound=Part)
_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(part: type[P]) -> TypeAdapter[P]:
    """What reads and writes such parts; built when it is first needed, since that takes long."""
    if part not in _adapters:
        _adapters[part] = TypeAdapter(part)
    return _adapters[part]
