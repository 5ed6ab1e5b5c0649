"""Every line that installs something works for whoever has the checkout, the wheel, or neither."""

from __future__ import annotations

import re
import tomllib

import pytest

from docs.test_docs import PAGES, ROOT
from listing_rewards.version import __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
_INSTALLED = re.compile(r'pip install (?:-e )?"?([^\s"`\[]+)(?:\[([\w,]+)\])?"?')
_WHEEL = re.compile(r"listing_rewards-([\w.]+)-py3-none-any\.whl(?:\[([\w,]+)\])?")


def lines_that_install(page: str) -> list[str]:
    """The lines of a page with a `pip install` in them."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if "pip install" in line]


@pytest.mark.parametrize("page", [each for each in PAGES if lines_that_install(each)])
def test_a_line_that_installs_is_true(page: str) -> None:
    """It names extras that there are.

    By its name the library is found only where it is installed already, so that such a line is
    for adding an extra; beside it stands the line for a checkout. A message of the program can
    only be met where it is installed.
    """
    for line in lines_that_install(page):
        found = _INSTALLED.findall(line)
        assert found, f"{page}: {line}"
        for what, extras in found:
            assert what in {".", "listing-rewards"}, f"{page}: {line}"
            assert page.endswith("errors.md") or set(filter(None, extras.split(","))) <= set(EXTRAS)
        if "listing-rewards" in dict(found) and not page.startswith("docs/reference"):
            assert "." in dict(found), f"{page}: not for a checkout: {line}"


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_wheel_is_named_as_it_is_built(page: str) -> None:
    """With this version, and extras that there are."""
    named = _WHEEL.findall((ROOT / page).read_text(encoding="utf-8"))
    assert named
    for version, extras in named:
        assert version == __version__
        assert set(extras.split(",")) <= set(EXTRAS)


def test_the_citation_is_of_this_version() -> None:
    """A file that names another version sends a reader to another answer."""
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
