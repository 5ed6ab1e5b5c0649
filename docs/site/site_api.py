"""The pages of the API reference: one for each public module, and one that lists every name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import griffe
from public_names import public_names

SOURCE = Path(__file__).parents[2] / "src"


@cache
def pages_of_modules() -> dict[str, str]:
    """The page of each public module: an entry for every public name, made from the source."""
    pages = {}
    for module, names in public_names().items():
        entries = "\n\n".join(f"::: {module}.{name}" for name in names)
        pages[f"reference/api/{module}.md"] = f"# {module}\n\n{summary(module)}\n\n{entries}\n"
    return pages


@cache
def overview() -> str:
    """Every public name with what it answers."""
    modules = public_names()
    count = sum(map(len, modules.values()))
    lines = ["# Python API", "", f"{count} public names of {len(modules)} modules.", ""]
    for module, names in modules.items():
        lines += [f"## {module}", "", summary(module), "", "| name | what it is |", "| --- | --- |"]
        lines += [
            f"| [`{name}`](api/{module}.md#{module}.{name}) | {summary(f'{module}.{name}')} |"
            for name in names
        ]
        lines.append("")
    return "\n".join(lines)


def summary(name: str) -> str:
    """The first line of a docstring."""
    docstring = _package().modules_collection[name].docstring
    first = docstring.value.partition("\n")[0] if docstring else ""
    return first.replace("``", "`").replace("|", "\\|")


@cache
def _package() -> griffe.Object | griffe.Alias:
    return griffe.load("listing_rewards", search_paths=[str(SOURCE)], resolve_aliases=True)
