"""The unified social credit code: its build, by GB 32100-2015."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec


def well_built(code: str) -> bool:
    """Whether the code has the form and check digit of GB 32100-2015.

    A warning at most: codes of the first years are in use that fail it. Without the extra `cli`,
    which brings the check, every code passes.

    >>> well_built("91350100M000100Y43")
    True
    """
    return _check()(code)


@cache
def _check() -> Callable[[str], bool]:
    if find_spec("stdnum") is None:
        return lambda _: True
    is_valid: Callable[[str], bool] = import_module("stdnum.cn.uscc").is_valid
    return is_valid
