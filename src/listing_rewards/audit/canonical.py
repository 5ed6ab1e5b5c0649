"""The one form in which a JSON value is digested, so that anybody can do it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from pydantic import JsonValue

_LAST_OF_ONE_UNIT = "\uffff"


def canonical(value: JsonValue) -> str:
    """A JSON value in the canonical form of RFC 8785: keys sorted by their UTF-16 units, no blanks.

    Letters stand as they are. There are no numbers with a decimal point in a record; amounts are
    text.

    >>> canonical({"b": ["3.00", None], "a": "元"})
    '{"a":"元","b":["3.00",null]}'
    """
    text = canonical_by_code_point(value)
    if max(text) <= _LAST_OF_ONE_UNIT:
        return text
    return json.dumps(_sorted(value), separators=(",", ":"), ensure_ascii=False)


def canonical_by_code_point(value: JsonValue) -> str:
    """The form that versions before 0.5.0 digested: keys sorted by code point.

    It differs from RFC 8785 only where one object has a key with a letter beyond U+FFFF and
    another with one from U+E000 on.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _sorted(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=_units)}
    return [_sorted(each) for each in value] if isinstance(value, list) else value


def _units(key: str) -> bytes:
    return key.encode("utf-16-be")


def digest(value: JsonValue) -> str:
    """The SHA-256 of the canonical form in UTF-8, as 64 hexadecimal digits.

    >>> digest({})
    '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return _sha256(canonical(value))


def digests(value: JsonValue) -> Iterator[str]:
    """The digest, then the one that a version before 0.5.0 wrote, where that is another."""
    yield digest(value)
    by_code_point = canonical_by_code_point(value)
    if max(by_code_point) > _LAST_OF_ONE_UNIT:
        yield _sha256(by_code_point)


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
