"""The one form in which a JSON value is digested, so that anybody can do it again."""

from __future__ import annotations

import json
from hashlib import sha256

from pydantic import JsonValue


def canonical(value: JsonValue) -> str:
    """A JSON value in its canonical form: keys sorted, no blanks, letters as they are.

    It is what Python's ``json.dumps(value, sort_keys=True, separators=(",", ":"),
    ensure_ascii=False)`` writes. There are no numbers with a decimal point in a record; amounts
    are text.

    >>> canonical({"b": ["3.00", None], "a": "元"})
    '{"a":"元","b":["3.00",null]}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(value: JsonValue) -> str:
    """The SHA-256 of the canonical form in UTF-8, as 64 hexadecimal digits.

    >>> digest({})
    '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return sha256(canonical(value).encode("utf-8")).hexdigest()
