"""Single values of NumPy and pandas as what they are in Python."""

from __future__ import annotations

from typing import Any

_NOTHING = frozenset({"NAType", "NaTType"})
_PLAIN = frozenset({str, int, bool})


def plain(value: Any) -> Any:
    """A value as Python has it: a NumPy scalar without its type, None for pandas' NaT and NA.

    Anything else is itself; so is a NumPy moment finer than a microsecond, which Python has not.

    >>> plain(12), plain(None)
    (12, None)
    """
    kind = type(value)
    if value is None or kind in _PLAIN:
        return value
    if kind.__name__ in _NOTHING:
        return None
    if kind.__module__ != "numpy":
        return value
    if kind.__name__ == "datetime64":
        moment = value.astype("datetime64[us]").item()
        return moment if moment is None or value.astype("datetime64[us]") == value else value
    return value.item()
